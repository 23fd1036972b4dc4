/** Spanish, Portuguese and Italian given names and their short forms: formal forms, a bar, short forms; groups end with a semicolon or the line. */
export const ROMANCE_DIMINUTIVES: string = `
concepcion | concha conchita; consuelo | chelo; dolores | lola loli; encarnacion | encarni encarna
esperanza | espe; guadalupe | lupe lupita; jesus | chuy chus suso; jose maria | chema; maria jose | majo
maria teresa | maite; montserrat | montse; pilar | pili; rosario | charo
sergio serge sergei sergey serhiy | checo sergi seryozha serezha serej serzh
santiago diego iago | santi chago yago; soledad | sole; salome | salo; domingo | mingo; rosalia | lia
graciela | chela; gonzalo | chalo; antonella | nella; domenica | mimma; giovanna | gianna vanna; aurora | lola
ines agnese | nes; joao | joaozinho; fabiano fabian | fabi; bernardo | nardo; leandro | lele; gaspare | rino
raimundo | mundo; alfonso alonso | poncho fonso fonsi; alberto | beto; humberto umberto | beto; gilberto | beto
rigoberto | beto; ignazio | nacho; enriqueta | queta; manuela | manoli; luciana luciano | lu
`;
