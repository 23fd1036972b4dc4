import { list, type Locale } from './locale.ts';

export const PL: Locale = {
  country: 'PL',
  weight: 5,
  language: 'pl-PL',
  timezones: ['Europe/Warsaw'],
  currency: 'PLN',
  price: 4,
  dialling: '48',
  trunk: '',
  mobile: list('501######,602######,692######,788######'),
  voip: list('39#######'),
  mailDomains: list('gmail.com,wp.pl,onet.pl,o2.pl,interia.pl,gmail.com'),
  givenNames:
    list(`Jan,Anna,Piotr,Katarzyna,Krzysztof,Małgorzata,Andrzej,Agnieszka,Tomasz,Barbara,Paweł,
    Ewa,Michał,Magdalena,Marcin,Joanna,Łukasz,Aleksandra,Jakub,Zuzanna,Grzegorz,Beata,Szymon,Hanna,
    Wojciech,Żaneta,Rafał,Kinga`),
  familyNames:
    list(`Nowak,Kowalski,Wiśniewski,Wójcik,Kowalczyk,Kamiński,Lewandowski,Zieliński,Szymański,
    Woźniak,Dąbrowski,Kozłowski,Mazur,Jankowski,Kwiatkowski,Krawczyk,Kaczmarek,Piotrowski,Grabowski,Zając,
    Pawlak,Michalski,Król,Wróbel,Jabłoński,Dudek,Stępień,Brzęczyszczak`),
  streets: list(`ul. Polna,ul. Leśna,ul. Słoneczna,ul. Krótka,ul. Szkolna,ul. Ogrodowa,ul. Lipowa,
    ul. Kościuszki,ul. Mickiewicza,al. Jana Pawła II,ul. Długa,os. Zielone,pl. Wolności,ul. Kwiatowa,
    ul. Sienkiewicza,ul. Piłsudskiego,ul. Brzozowa`),
  shortForms: [
    ['ul. ', ''],
    ['al. ', 'Aleja '],
    ['os. ', 'Osiedle '],
  ],
  numberFirst: false,
  units: ['/#', 'm. #', 'lok. #'],
  towns: [
    { name: 'Warszawa', postalCode: '02-###' },
    { name: 'Kraków', postalCode: '30-###' },
    { name: 'Łódź', postalCode: '91-###' },
    { name: 'Wrocław', postalCode: '50-###' },
    { name: 'Gdańsk', postalCode: '80-###' },
    { name: 'Białystok', postalCode: '15-###' },
  ],
};
