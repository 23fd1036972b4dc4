import { list, type Locale } from './locale.ts';

export const FR: Locale = {
  country: 'FR',
  weight: 9,
  language: 'fr-FR',
  timezones: ['Europe/Paris'],
  currency: 'EUR',
  price: 0.9,
  dialling: '33',
  trunk: '0',
  mobile: list('612######,668######,750######,781######'),
  voip: list('972######,980######'),
  mailDomains: list('gmail.com,orange.fr,gmail.com,free.fr,hotmail.fr,laposte.net,sfr.fr'),
  givenNames:
    list(`Jean,Marie,Pierre,Nathalie,Michel,Isabelle,Philippe,Sophie,Nicolas,Camille,Julien,Léa,
    Hugo,Chloé,Louis,Manon,Thomas,Élodie,François,Hélène,Benoît,Zoé,Rémi,Inès,Karim,Fatima,Jean-Luc,
    Anne-Sophie,Gaëlle,Cédric,Yannick,Margaux`),
  familyNames:
    list(`Martin,Bernard,Thomas,Petit,Robert,Richard,Durand,Dubois,Moreau,Laurent,Simon,Michel,
    Lefebvre,Leroy,Roux,David,Bertrand,Morel,Fournier,Girard,Bonnet,Dupont,Lambert,Fontaine,Rousseau,
    Vincent,Müller,Lefèvre,Faure,André,Mercier,Garnier,Benali,Le Goff,Delaunay,Castagnier`),
  streets:
    list(`Rue de la République,Avenue Victor Hugo,Rue Pasteur,Rue du Moulin,Place de l'Église,
    Boulevard Gambetta,Rue des Lilas,Chemin des Vignes,Rue Jean Jaurès,Allée des Tilleuls,Rue de la Gare,
    Avenue Jean Moulin,Rue Émile Zola,Impasse du Stade,Rue des Écoles,Boulevard Voltaire,Quai de la Loire`),
  shortForms: [
    ['Avenue', 'Av.'],
    ['Boulevard', 'Bd'],
    ['Place', 'Pl.'],
    ['Chemin', 'Ch.'],
    ['Allée', 'All.'],
    ['Impasse', 'Imp.'],
  ],
  numberFirst: true,
  units: ['Appt #', 'Appartement #', 'Apt. #'],
  towns: [
    { name: 'Paris', postalCode: '7501#' },
    { name: 'Lyon', postalCode: '6900#' },
    { name: 'Toulouse', postalCode: '31#00' },
    { name: 'Nantes', postalCode: '44#00' },
    { name: 'Saint-Étienne', postalCode: '42#00' },
    { name: 'Rennes', postalCode: '35#00' },
    { name: 'Besançon', postalCode: '25000' },
  ],
};
