import { list, type Locale } from './locale.ts';

export const IT: Locale = {
  country: 'IT',
  weight: 7,
  language: 'it-IT',
  timezones: ['Europe/Rome'],
  currency: 'EUR',
  price: 0.85,
  dialling: '39',
  trunk: '',
  mobile: list('340#######,347#######,328#######,339#######'),
  voip: list('55########'),
  mailDomains: list('gmail.com,libero.it,gmail.com,hotmail.it,virgilio.it,alice.it'),
  givenNames:
    list(`Giuseppe,Anna,Giovanni,Maria,Marco,Francesca,Andrea,Giulia,Luca,Chiara,Alessandro,Sara,
    Matteo,Martina,Lorenzo,Elisa,Davide,Valentina,Stefano,Paola,Simone,Federica,Niccolò,Noemi,Salvatore,
    Rosaria,Gian Luca,Maria Grazia,Pietro,Ilaria`),
  familyNames:
    list(`Rossi,Russo,Ferrari,Esposito,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,
    Conti,De Luca,Mancini,Costa,Giordano,Rizzo,Lombardi,Moretti,Barbieri,Fontana,Santoro,Mariani,Rinaldi,
    Caruso,Ferrara,Galli,Martini,Leone,D'Angelo,Dalla Costa,Pellegrinò,Zanetti`),
  streets:
    list(`Via Roma,Via Garibaldi,Corso Italia,Piazza Dante,Via Mazzini,Via Verdi,Viale della Libertà,
    Via Cavour,Via Marconi,Via Leopardi,Corso Vittorio Emanuele,Vicolo Stretto,Via San Francesco,
    Viale dei Pini,Largo Augusto,Via Galileo Galilei,Piazza San Marco`),
  shortForms: [
    ['Via', 'V.'],
    ['Viale', 'V.le'],
    ['Piazza', 'P.zza'],
    ['Corso', 'C.so'],
  ],
  numberFirst: false,
  units: ['int. #', 'interno #', 'scala #'],
  towns: [
    { name: 'Roma', region: 'RM', postalCode: '001##' },
    { name: 'Milano', region: 'MI', postalCode: '201##' },
    { name: 'Torino', region: 'TO', postalCode: '101##' },
    { name: 'Bologna', region: 'BO', postalCode: '401##' },
    { name: 'Palermo', region: 'PA', postalCode: '901##' },
    { name: 'Verona', region: 'VR', postalCode: '371##' },
  ],
};
