import { list, type Locale } from './locale.ts';

export const ES: Locale = {
  country: 'ES',
  weight: 7,
  language: 'es-ES',
  timezones: ['Europe/Madrid'],
  currency: 'EUR',
  price: 0.85,
  dialling: '34',
  trunk: '',
  mobile: list('612######,655######,699######,722######'),
  voip: [],
  mailDomains: list('gmail.com,gmail.com,hotmail.com,hotmail.es,yahoo.es,telefonica.net'),
  givenNames:
    list(`Antonio,María,José,Carmen,Manuel,Ana,Francisco,Laura,David,Marta,Javier,Lucía,Daniel,
    Paula,Carlos,Sara,Miguel Ángel,Elena,Alejandro,Cristina,Álvaro,Nuria,Sergio,Begoña,Iñaki,Montserrat,
    José Luis,María José,Andrés,Rocío`),
  familyNames:
    list(`García López,Rodríguez,González,Fernández,López,Martínez,Sánchez,Pérez Ruiz,Gómez,
    Martín,Jiménez,Ruiz,Hernández,Díaz,Moreno,Muñoz,Álvarez,Romero Gil,Alonso,Gutiérrez,Navarro,Torres,
    Domínguez,Vázquez,Ramos,Gil,Serrano Peña,Blanco,Molina,Ortega,Ibáñez,Etxeberria,Puigdomènech`),
  streets: list(`Calle Mayor,Calle Real,Avenida de la Constitución,Plaza de España,Calle del Carmen,
    Paseo Marítimo,Calle San Juan,Avenida de Andalucía,Calle Cervantes,Calle de la Iglesia,Ronda Norte,
    Calle Nueva,Paseo de la Estación,Calle Goya,Avenida del Puerto,Calle Sol,Plaza Nueva`),
  shortForms: [
    ['Calle', 'C/'],
    ['Avenida', 'Avda.'],
    ['Plaza', 'Pza.'],
    ['Paseo', 'Pº'],
  ],
  numberFirst: false,
  units: ['piso #', '#º A', 'pta. #'],
  towns: [
    { name: 'Madrid', postalCode: '280##' },
    { name: 'Barcelona', postalCode: '080##' },
    { name: 'Valencia', postalCode: '460##' },
    { name: 'Málaga', postalCode: '2900#' },
    { name: 'Zaragoza', postalCode: '500##' },
    { name: 'Logroño', postalCode: '2600#' },
  ],
};
