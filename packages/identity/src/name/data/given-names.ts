/** Given names that are written alike and are not one another: a letter's difference between two of these is no typo. */
export const DISTINCT_GIVEN_NAMES: string = `
aaron adam adrian adriana aidan alan alana alba alma amal amina amir ana angel angela angelo angelina
april ariana arianna ashley astrid audrey austin ava ayesha bella bianca blake bruno bryan brian camila
carla carlo carmen celeste chelsea claire claudia claudio clara colin connor corey dana dara darren dario
daria dawn dean diego dylan elena elisa eliza ella elle elliot elsa emil emilio enzo erica erika erik eric
ethan evan fabio farah fiona flavia flavio gemma gina giulia giulio glenn gloria greta hadi hana hamza
harry hassan hasan heather hector heidi holly ian ida ines ingrid iris isla ivy jack jada jake jamal jana
janine jasmin jasmine joel jonas jordan juan juana juliana kai kara karim karin kaya keith kelly kevin
kyle lana larry lara lea leah lena leo lia lina lisa lola lorena lorna lucas lucia luca luna lynn maia
maja malik manuel mara marcel marco maria mariana marina mario marion maris marlon mason mateo maya mila
milo mina mira miriam mona monica nadia nadine naomi nelson nico nina noah noel nora olga omar oscar owen
paola paolo pavel petra quinn ralph ramona raul rene rhea rita roma rory rosa ruby ryan sabina sabine
salma samir samira sandra sara sean selma sergio shane shaun sienna silvia silvio simona simone sofia
sonia stella tania tara tessa tina tom tomas toni tyler uma vera wanda wayne wendy yara yasmin zara zoe
kareem donald ronald roland daniel gary mary carrie kerry terry jerry barry larry joan jean jane jade june
dora cora edgar ernest ernestine bryce bryan
`;
