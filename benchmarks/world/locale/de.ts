import { list, type Locale } from './locale.ts';

export const DE: Locale = {
  country: 'DE',
  weight: 12,
  language: 'de-DE',
  timezones: ['Europe/Berlin'],
  currency: 'EUR',
  price: 0.9,
  dialling: '49',
  trunk: '0',
  mobile: list('151########,1605######,170#######,176########,1727######'),
  voip: list('3221#######'),
  mailDomains: list('gmail.com,gmx.de,web.de,t-online.de,gmail.com,outlook.de,freenet.de'),
  givenNames:
    list(`Thomas,Sabine,Michael,Petra,Andreas,Anna,Stefan,Julia,Christian,Katrin,Jan,Lena,Lukas,
    Marie,Felix,Sophie,Jürgen,Ursula,Wolfgang,Monika,Björn,Käthe,Matthias,Heike,Tobias,Franziska,Emre,
    Ayşe,Moritz,Greta,Hans-Peter,Anna-Lena,Jörg,Bärbel`),
  familyNames:
    list(`Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,
    Koch,Bauer,Richter,Klein,Wolf,Schröder,Neumann,Schwarz,Zimmermann,Braun,Krüger,Hofmann,Hartmann,Lange,
    Yılmaz,Krause,Lehmann,Köhler,Herrmann,Weiß,von Reuth,Brandtner,Osterkamp,Tiedemann`),
  streets: list(`Hauptstraße,Bahnhofstraße,Gartenstraße,Schulstraße,Dorfstraße,Bergstraße,Birkenweg,
    Lindenstraße,Kirchplatz,Waldweg,Goethestraße,Schillerstraße,Mozartstraße,Am Mühlbach,Rosenweg,
    Friedrichstraße,Marktplatz,Kastanienallee,Wiesenweg,Jahnstraße,Beethovenstraße,Lerchenweg`),
  shortForms: [
    ['straße', 'str.'],
    ['straße', 'strasse'],
    ['platz', 'pl.'],
  ],
  numberFirst: false,
  units: ['Whg. #', 'Wohnung #', '#. OG'],
  towns: [
    { name: 'Berlin', postalCode: '104##' },
    { name: 'Hamburg', postalCode: '223##' },
    { name: 'München', postalCode: '806##' },
    { name: 'Köln', postalCode: '508##' },
    { name: 'Leipzig', postalCode: '042##' },
    { name: 'Münster', postalCode: '481##' },
    { name: 'Göttingen', postalCode: '370##' },
    { name: 'Freiburg im Breisgau', postalCode: '791##' },
  ],
};
