import { list, type Locale } from './locale.ts';

export const US: Locale = {
  country: 'US',
  weight: 38,
  language: 'en-US',
  timezones: list(
    'America/New_York,America/New_York,America/Chicago,America/Los_Angeles,America/Denver',
  ),
  currency: 'USD',
  price: 1,
  dialling: '1',
  trunk: '',
  mobile: list(
    '2123######,6174######,3126######,4157######,3057######,2069######,7205######,5127######,4042######,6025######',
  ),
  voip: [],
  mailDomains: list(
    'gmail.com,gmail.com,gmail.com,yahoo.com,outlook.com,icloud.com,aol.com,comcast.net',
  ),
  givenNames:
    list(`James,Mary,Michael,Jennifer,Robert,Linda,David,Patricia,William,Elizabeth,Joseph,Susan,
    Thomas,Jessica,Daniel,Karen,Matthew,Nancy,Anthony,Lisa,Mark,Ashley,Steven,Emily,Andrew,Donna,Joshua,
    Michelle,Kenneth,Amanda,Kevin,Melissa,Brian,Deborah,Tyler,Rachel,Jose,Maria,Carlos,Priya,Wei,Aaliyah`),
  familyNames:
    list(`Smith,Johnson,Williams,Brown,Jones,Garcia,Miller,Davis,Rodriguez,Martinez,Hernandez,
    Lopez,Wilson,Anderson,Taylor,Moore,Jackson,Martin,Lee,Thompson,White,Harris,Clark,Lewis,Robinson,
    Walker,Young,Allen,King,Wright,Nguyen,Hill,Flores,Green,Adams,Nelson,Baker,Carter,Mitchell,Patel,
    Turner,Phillips,Parker,Evans,Collins,Whitaker,Lindqvist,Abernathy,Kowalczyk,Delacroix,Ferro,Okafor`),
  streets:
    list(`Main Street,Oak Avenue,Maple Drive,Cedar Lane,Washington Boulevard,Park Avenue,Elm Street,
    Lake Drive,Hillcrest Road,Sunset Boulevard,Pine Street,River Road,Walnut Street,Chestnut Court,
    Lincoln Avenue,Meadow Lane,Franklin Street,Highland Avenue,Spring Street,Church Street,Ridge Road,
    Willow Court,Jefferson Street,Orchard Road,Birch Lane,Mill Road,Forest Drive,Valley View Road`),
  shortForms: [
    ['Street', 'St'],
    ['Avenue', 'Ave'],
    ['Drive', 'Dr'],
    ['Lane', 'Ln'],
    ['Boulevard', 'Blvd'],
    ['Road', 'Rd'],
    ['Court', 'Ct'],
  ],
  numberFirst: true,
  units: ['Apt #', 'Unit #', 'Apartment #', 'Apt. #'],
  towns: [
    { name: 'Springfield', region: 'IL', postalCode: '6270#' },
    { name: 'Portland', region: 'OR', postalCode: '972##' },
    { name: 'Columbus', region: 'OH', postalCode: '432##' },
    { name: 'Austin', region: 'TX', postalCode: '787##' },
    { name: 'Boston', region: 'MA', postalCode: '021##' },
    { name: 'Denver', region: 'CO', postalCode: '802##' },
    { name: 'Charlotte', region: 'NC', postalCode: '282##' },
    { name: 'Tucson', region: 'AZ', postalCode: '857##' },
    { name: 'Madison', region: 'WI', postalCode: '537##' },
    { name: 'Albany', region: 'NY', postalCode: '122##' },
  ],
};
