import { list, type Locale } from './locale.ts';

export const NL: Locale = {
  country: 'NL',
  weight: 5,
  language: 'nl-NL',
  timezones: ['Europe/Amsterdam'],
  currency: 'EUR',
  price: 0.95,
  dialling: '31',
  trunk: '0',
  mobile: list('612######,628######,643######,655######'),
  voip: list('85#######,91#######'),
  mailDomains: list('gmail.com,hotmail.com,ziggo.nl,kpnmail.nl,outlook.com,gmail.com'),
  givenNames:
    list(`Jan,Anna,Pieter,Maria,Johan,Sanne,Daan,Emma,Sem,Julia,Bram,Lotte,Lars,Fleur,Ruben,Eva,
    Thijs,Femke,Willem,Marijke,Joost,Anneke,Sjoerd,Tess,Bilal,Samira,Koen,Noor`),
  familyNames:
    list(`de Jong,Jansen,de Vries,van den Berg,Bakker,van Dijk,Visser,Janssen,Smit,Meijer,
    de Boer,Mulder,de Groot,Bos,Vos,Peters,Hendriks,van Leeuwen,Dekker,Brouwer,de Wit,Dijkstra,Smits,
    de Graaf,van der Meer,El Amrani,ten Broeke,van 't Hoff`),
  streets: list(`Kerkstraat,Dorpsstraat,Schoolstraat,Molenweg,Julianastraat,Stationsweg,Beatrixlaan,
    Prins Hendrikkade,Nieuwstraat,Oranjelaan,Hoofdstraat,Wilhelminaplein,Lindelaan,Havenkade,Torenstraat,
    Emmalaan,Parallelweg,Van Goghstraat`),
  shortForms: [
    ['straat', 'str.'],
    ['plein', 'pl.'],
    ['laan', 'ln'],
  ],
  numberFirst: false,
  units: ['-#', 'bis #', 'app. #'],
  towns: [
    { name: 'Amsterdam', postalCode: '10## @@' },
    { name: 'Utrecht', postalCode: '35## @@' },
    { name: 'Rotterdam', postalCode: '30## @@' },
    { name: 'Groningen', postalCode: '97## @@' },
    { name: "'s-Hertogenbosch", postalCode: '52## @@' },
  ],
};
