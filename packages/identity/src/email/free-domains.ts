import { PROVIDERS } from './providers.ts';

/**
 * Freemail and internet access providers whose local-part rules are unknown or differ by customer. Sharing such a
 * domain says nothing about two people.
 */
const OTHERS = `
  aol.com aol.co.uk aol.de aol.fr aim.com love.com games.com att.net sbcglobal.net bellsouth.net ameritech.net
  pacbell.net swbell.net snet.net comcast.net xfinity.com verizon.net cox.net charter.net spectrum.net optonline.net
  optimum.net earthlink.net mindspring.com juno.com netzero.net netzero.com windstream.net frontier.com frontiernet.net
  centurylink.net centurytel.net embarqmail.com q.com roadrunner.com rr.com twc.com cableone.net suddenlink.net
  mediacombb.net wowway.com rcn.com hughes.net lycos.com excite.com mailcity.com hushmail.com hush.com inbox.com
  inbox.lv inbox.lt inbox.eu startmail.com hey.com pobox.com disroot.org riseup.net kolabnow.com countermail.com
  ctemplar.com mailfence.com skiff.com onmail.com thexyz.net ik.me ikmail.com etik.com infomaniak.ch
  rogers.com shaw.ca telus.net telusplanet.net bell.net sympatico.ca videotron.ca cogeco.ca eastlink.ca sasktel.net
  mts.net nb.sympatico.ca btinternet.com btopenworld.com bt.com talk21.com virginmedia.com virgin.net ntlworld.com
  blueyonder.co.uk sky.com talktalk.net tiscali.co.uk plus.com plusnet.com o2.co.uk orange.net eircom.net
  orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr aliceadsl.fr cegetel.net
  voila.fr freenet.de arcor.de vodafone.de kabelmail.de online.de unitybox.de unity-mail.de mailbox.de
  versanet.de osnanet.de alice-dsl.net bluewin.ch hispeed.ch sunrise.ch swissonline.ch vtxmail.ch aon.at a1.net chello.at
  utanet.at tele2.at skynet.be telenet.be proximus.be scarlet.be voo.be ziggo.nl kpnmail.nl kpnplanet.nl planet.nl
  home.nl xs4all.nl hetnet.nl casema.nl upcmail.nl chello.nl quicknet.nl tele2.nl solcon.nl pt.lu tin.it alice.it
  tiscali.it tim.it fastwebnet.it aruba.it email.it telefonica.net terra.es movistar.es ono.com
  wanadoo.es sapo.pt mail.telepac.pt netcabo.pt iol.pt clix.pt telia.com tele2.se bredband.net comhem.se spray.se
  bahnhof.se online.no broadpark.no getmail.no frisurf.no mail.dk tdcadsl.dk jubii.dk stofanet.dk ofir.dk kolumbus.fi
  elisanet.fi luukku.com saunalahti.fi suomi24.fi simnet.is wp.pl onet.pl poczta.onet.pl onet.eu op.pl vp.pl o2.pl
  tlen.pl interia.pl interia.eu poczta.fm go2.pl gazeta.pl seznam.cz email.cz post.cz centrum.cz atlas.cz volny.cz
  quick.cz centrum.sk azet.sk zoznam.sk pobox.sk freemail.hu citromail.hu indamail.hu t-online.hu vipmail.hu abv.bg
  mail.bg dir.bg siol.net t-2.net net.hr inet.hr otenet.gr forthnet.gr in.gr hol.gr eunet.rs sezampro.rs one.lv
  apollo.lv mail.ee hot.ee online.ee ukr.net i.ua meta.ua bigmir.net rambler.ru lenta.ru autorambler.ru myrambler.ru
  ro.ru pochta.ru qip.ru nm.ru hotbox.ru sibmail.com tut.by mail.kz mynet.com superonline.com ttmail.com turk.net walla.com
  walla.co.il netvision.net.il bezeqint.net 012.net.il zahav.net.il emirates.net.ae eim.ae batelco.com.bh
  indiatimes.com sify.com vsnl.com vsnl.net airtelmail.in bsnl.in naver.com hanmail.net daum.net nate.com kakao.com
  paran.com korea.com sina.com sina.cn sohu.com aliyun.com 139.com 189.cn wo.cn 21cn.com tom.com 263.net eyou.com
  hinet.net seed.net.tw pchome.com.tw msa.hinet.net netvigator.com i-cable.com singnet.com.sg starhub.net.sg
  pacific.net.sg docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp
  so-net.ne.jp excite.co.jp plala.or.jp dion.ne.jp infoseek.jp goo.jp bigpond.com bigpond.net.au optusnet.com.au
  iinet.net.au tpg.com.au internode.on.net westnet.com.au dodo.com.au adam.com.au ozemail.com.au xtra.co.nz
  slingshot.co.nz clear.net.nz paradise.net.nz ihug.co.nz orcon.net.nz vodafone.co.nz telkomsa.net mweb.co.za
  webmail.co.za vodamail.co.za iafrica.com uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com
  oi.com.br r7.com zipmail.com.br fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar prodigy.net.mx
  une.net.co etb.net.co vtr.net entelchile.net cantv.net terra.com vfemail.net safe-mail.net usa.net`;

/** Every freemail and access-provider domain known here. */
export const FREE_DOMAINS: ReadonlySet<string> = new Set([
  ...PROVIDERS.flatMap((provider) => provider.domains),
  ...OTHERS.trim().split(/\s+/u),
]);
