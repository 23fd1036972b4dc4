import type { Provider } from './provider.ts';

const under = (name: string, suffixes: string): string[] =>
  suffixes.split(' ').map((suffix) => `${name}.${suffix}`);
const words = (text: string): string[] => text.trim().split(/\s+/u);

/**
 * How the large providers read a local part, one row each. A provider whose rules are unknown stays out: its address
 * is then only folded in case, and a `+tag` makes it probable, not sure.
 */
export const PROVIDERS: readonly Provider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    home: 'gmail.com',
    tag: 'plus',
    ignored: '.',
    source: 'https://support.google.com/mail/answer/7436150 and /10313 (googlemail.com)',
  },
  {
    name: 'Outlook.com',
    domains: [
      ...under(
        'outlook',
        'com at be cl co.id co.il co.nz co.th com.ar com.au com.br com.gr com.pe com.tr com.vn cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk',
      ),
      ...under(
        'hotmail',
        'com at be ca ch cl co.id co.il co.in co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw com.vn cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk',
      ),
      ...under(
        'live',
        'com at be ca ch cl cn co.in co.kr co.uk co.za com.ar com.au com.mx com.my com.ph com.pt com.sg de dk fi fr hk ie in it jp nl no ru se',
      ),
      ...words('msn.com passport.com windowslive.com'),
    ],
    tag: 'plus',
    source:
      'https://learn.microsoft.com/exchange/recipients-in-exchange-online/plus-addressing-in-exchange-online',
  },
  {
    name: 'Yahoo',
    domains: [
      ...under(
        'yahoo',
        'com at be bg ca ch cl cn co.id co.il co.in co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.cn com.co com.hk com.hr com.mx com.my com.pe com.ph com.pl com.sg com.tr com.tw com.ua com.ve com.vn cz de dk ee es fi fr gr hr hu ie in it lt lv nl no pl pt ro rs ru se si sk',
      ),
      ...words('ymail.com rocketmail.com myyahoo.com'),
    ],
    tag: 'keyword',
    source: 'https://help.yahoo.com/kb/SLN28742.html (base name and keyword)',
  },
  {
    name: 'Yahoo! Japan',
    domains: ['yahoo.co.jp', 'ybb.ne.jp'],
    tag: 'none',
    source: 'https://support.yahoo-net.jp (safety addresses are names of their own)',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    home: 'icloud.com',
    tag: 'plus',
    source: 'https://support.apple.com/en-us/HT201771 (me.com and mac.com) and RFC 5233 tags',
  },
  {
    name: 'Proton',
    domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
    home: 'proton.me',
    tag: 'plus',
    ignored: '.-_',
    source: 'https://proton.me/support/addresses-and-aliases',
  },
  {
    name: 'Yandex',
    domains: [...under('yandex', 'ru com by kz ua uz com.tr'), 'ya.ru'],
    home: 'yandex.ru',
    tag: 'plus',
    folded: { from: '.', to: '-' },
    source:
      'https://yandex.com/support/mail (one login on every Yandex domain; dot and hyphen are one)',
  },
  {
    name: 'Fastmail',
    domains: words(`
      123mail.org 150mail.com 150ml.com 16mail.com 2-mail.com 4email.net 50mail.com airpost.net allmail.net bestmail.us
      cluemail.com elitemail.org emailcorner.net emailengine.net emailengine.org emailgroups.net emailplus.org
      emailuser.net eml.cc f-m.fm fast-email.com fast-mail.org fastem.com fastemail.us fastemailer.com fastest.cc
      fastimap.com fastmail.cn fastmail.co.uk fastmail.com fastmail.com.au fastmail.de fastmail.es fastmail.fm
      fastmail.fr fastmail.im fastmail.in fastmail.jp fastmail.mx fastmail.net fastmail.nl fastmail.org fastmail.se
      fastmail.to fastmail.tw fastmail.uk fastmail.us fastmailbox.net fastmessaging.com fea.st fmail.co.uk fmailbox.com
      fmgirl.com fmguy.com ftml.net h-mail.us hailmail.net imap-mail.com imap.cc imapmail.org inoutbox.com
      internet-e-mail.com internet-mail.org internetemails.net internetmailing.net jetemail.net justemail.net
      letterboxes.org mail-central.com mail-page.com mailandftp.com mailas.com mailbolt.com mailc.net mailcan.com
      mailforce.net mailftp.com mailhaven.com mailingaddress.org mailite.com mailmight.com mailnew.com mailsent.net
      mailservice.ms mailup.net mailworks.org ml1.net mm.st myfastmail.com mymacmail.com nospammail.net ownmail.net
      petml.com postinbox.com postpro.net proinbox.com promessage.com realemail.net reallyfast.biz reallyfast.info
      rushpost.com sent.as sent.at sent.com speedpost.net speedymail.org ssl-mail.com swift-mail.com the-fastest.net
      the-quickest.com theinternetemail.com veryfast.biz veryspeedy.net warpmail.net xsmail.com yepmail.net
      your-mail.com`),
    tag: 'plus',
    userDomains: true,
    source:
      'https://www.fastmail.help/hc/en-us/articles/360060591053 (plus and sub-domain addressing)',
  },
  {
    name: 'Zoho',
    domains: words('zoho.com zohomail.com zoho.eu zohomail.eu zoho.in zohomail.in'),
    tag: 'plus',
    source: 'https://www.zoho.com/mail/help/email-aliases.html',
  },
  {
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    tag: 'plus',
    source: 'https://kb.mailbox.org (mail extensions)',
  },
  {
    name: 'Runbox',
    domains: ['runbox.com', 'runbox.no', 'runbox.me'],
    tag: 'plus',
    source: 'https://help.runbox.com/account-email-addresses/',
  },
  {
    name: 'Posteo',
    domains: under('posteo', 'de net org eu at ch es it nl pl be me us'),
    tag: 'plus',
    source: 'https://posteo.de/en/help (plus addresses)',
  },
  {
    name: 'GMX',
    domains: under('gmx', 'de net at ch com us co.uk fr es it eu info org tm li lu pt ie hu pl'),
    tag: 'none',
    source: 'https://support.gmx.com (no plus addressing)',
  },
  {
    name: 'web.de',
    domains: ['web.de', 'email.de'],
    tag: 'none',
    source: 'https://hilfe.web.de (no plus addressing)',
  },
  {
    name: 'T-Online',
    domains: ['t-online.de', 'magenta.de'],
    tag: 'none',
    source: 'https://www.telekom.de/hilfe (no plus addressing)',
  },
  {
    name: 'mail.com',
    domains: words(`
      mail.com email.com usa.com accountant.com activist.com adexec.com allergist.com alumni.com alumnidirector.com
      angelic.com appraiser.net archaeologist.com arcticmail.com artlover.com asia.com auctioneer.net bartender.net
      berlin.com bikerider.com birdlover.com brew-meister.com cash4u.com cheerful.com chef.net chemist.com clerk.com
      clubmember.org collector.org columnist.com comic.com computer4u.com consultant.com contractor.net coolsite.net
      counsellor.com cyber-wizard.com cyberdude.com cybergal.com dallasmail.com deliveryman.com diplomats.com
      disciples.com doctor.com doglover.com dr.com dublin.com earthling.net engineer.com europe.com execs.com
      fastservice.com financier.com fireman.net gardener.com geologist.com germanymail.com graduate.org
      graphic-designer.com groupmail.com hackermail.com hairdresser.net homemail.com hot-shot.com housemail.com
      humanoid.net iname.com inorbit.com insurer.com instruction.com instructor.net israelmail.com journalist.com
      keromail.com kittymail.com lawyer.com legislator.com linuxmail.org lobbyist.com london.com lovecat.com madrid.com
      mail-me.com marchmail.com metalfan.com mindless.com minister.com moscowmail.com munich.com muslim.com myself.com
      net-shopping.com ninfan.com nonpartisan.com null.net nycmail.com oath.com optician.com orthodontist.com
      pacific-ocean.com pacificwest.com pediatrician.com petlover.com photographer.net physicist.net planetmail.com
      planetmail.net politician.com post.com presidency.com priest.com programmer.net publicist.com qualityservice.com
      radiologist.net realtyagent.com reborn.com representative.com rescueteam.com revenue.com rocketship.com rome.com
      safrica.com saintly.com salesperson.net samerica.com sanfranmail.com scientist.com secretary.net
      socialworker.net sociologist.com solution4u.com songwriter.net surgical.net swissmail.com teachers.org tech-center.com
      techie.com technologist.com therapist.net toke.com tokyo.com toothfairy.com torontomail.com tvstar.com umpire.com
      uymail.com webname.com worker.com workmail.com writeme.com`),
    tag: 'none',
    source: 'https://support.mail.com (no plus addressing)',
  },
  {
    name: 'Mail.ru',
    domains: words('mail.ru bk.ru inbox.ru list.ru internet.ru xmail.ru'),
    tag: 'none',
    source: 'https://help.mail.ru/mail (no plus addressing)',
  },
  {
    name: 'QQ Mail',
    domains: ['qq.com', 'vip.qq.com', 'foxmail.com'],
    tag: 'none',
    source: 'https://service.mail.qq.com (no plus addressing)',
  },
  {
    name: 'NetEase',
    domains: ['163.com', '126.com', 'yeah.net', 'vip.163.com', 'vip.126.com', '188.com'],
    tag: 'none',
    source: 'https://help.mail.163.com (no plus addressing)',
  },
  {
    name: 'Libero',
    domains: ['libero.it', 'iol.it', 'inwind.it', 'blu.it', 'giallo.it', 'virgilio.it'],
    tag: 'none',
    source: 'https://aiuto.libero.it/mail (no plus addressing)',
  },
  {
    name: 'La Poste',
    domains: ['laposte.net'],
    tag: 'none',
    source: 'https://aide.laposte.net (no plus addressing)',
  },
  {
    name: 'Rediffmail',
    domains: ['rediffmail.com', 'rediff.com'],
    tag: 'none',
    source: 'https://www.rediff.com/rediffmail (no plus addressing)',
  },
  {
    name: 'Tuta',
    domains: words('tuta.com tutanota.com tutanota.de tutamail.com tuta.io keemail.me'),
    tag: 'none',
    source: 'https://tuta.com/support (aliases instead of plus addressing)',
  },
];
