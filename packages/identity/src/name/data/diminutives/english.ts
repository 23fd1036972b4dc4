/** English given names and their short forms: formal forms, a bar, short forms; groups end with a semicolon or the line. */
export const ENGLISH_DIMINUTIVES: string = `
abigail | abby abbie gail; abraham | abe bram; adelaide | addie della heidi; agnes | aggie nessie
albert | al bert bertie
alexander alexandre aleksandr alejandro alessandro | alex alec alek sandy xander sasha sascha shura sandro ale lex alejo
alexandra aleksandra alejandra alessandra | alex alexa sandra sandy sasha sascha lexi lexie ola
alfred | al alf alfie fred; alice alicia | ali allie lisa elsie; alison allison | ali allie
amanda | mandy manda; amelia | amy millie mia
andrew andreas andrea andrei andres andrzej andre | andy drew dru andi andriy
ann anna anne hannah | annie nan nancy nina anya ania anka ani anouk anita anechka hanna
annabel annabelle | ann anna belle bella
anthony antonio anton antoine antoni | tony ant toni tonino tonio antek antosha toon
antonia antonina | toni tonia tonya nina; arabella | bella belle ara; archibald | archie baldie; arnold | arnie
arthur arturo | art artie; augustus augustine august | gus augie
barbara | babs barb barbie bobbie basia babette; barnabas barnaby | barney
bartholomew bartolomeo bartosz | bart barty bat bartek; beatrice beatrix | bea trixie bee
belinda | bel linda lindy; benedict benedikt | ben bennie; benjamin | ben benny benji bennie
bernadette | bernie detta; bernard bernhard | bernie barney; bertram | bert bertie; beverly beverley | bev
bradford bradley | brad; brandon | brand; bridget brigitte | bridie biddy gitte bri; caleb | cal; calvin | cal
cameron | cam; carol caroline carolyn carolina karolina | carrie caz lina caro line carol karo
cassandra | cass cassie sandra sandy
catherine katherine kathryn katharina katarina ekaterina caterina catalina kathleen catharine katarzyna | kate katie kathy cathy kat kitty kay kit cat trina lena katya kasia katja kati kaia catrina karen rina kathi catja kaatje trine
cecilia | celia cissy cece sissy
charles carlos carlo karl carl karol | charlie chuck chas chaz chip carlitos charley charly
charlotte | charlie lottie lotte char carly lotta; chester | chet; christian christiaan | chris kris
christine christina kristina kristin christiana kristine | chris chrissy tina christy kris krissy kristi stina christie
christopher christoph kristof cristobal cristoforo krzysztof | chris kit topher kris christy krzys stoffel
clarence | clare; clara clarissa | clare clarrie; clement clemens clementine | clem; clifford | cliff
clinton | clint; constance | connie; cordelia | cordy delia; cornelius | neil connie corny con
cynthia | cindy cyndi; cyril | cy; daniel daniil danilo | dan danny dani danya danek
daniella daniela danielle | dani ella danni; daphne | daph; david davide dawid | dave davey davie dai
deborah debra | deb debbie debby; delores dolores | lola lolita dolly; dennis denis | denny den
derek derrick | del rick; desmond | des; diana diane | di didi
dominic dominick dominik domenico | dom nick mimmo nico; donald | don donnie
dorothy dorothea dorota | dot dottie dolly dora dory thea dodie dorrie; douglas | doug dougie; duncan | dunc
edith | edie; edmund edmond | ed eddie ned ted
edward eduardo edouard eduard edoardo | ed eddie ted teddy ned lalo edu edek; edwin | ed eddie win ned
edwina | winnie eddie; eleanor elinor eleonora eleanora | ellie nell nellie nora ella lenore norah elly
elijah elias eli | eli lije
elisabeth elizabeth elisabetta elizaveta elzbieta isabel isabella | liz lizzie beth betty bess bessie eliza elsie libby lisa liza betsy liesel lise elise elsa ella bella izzy belle ibby tetty lilibet ela lis babette lisbeth lizzy bettina betta
ellen elaine helen helena helene | ellie nell nellie nelly lena ella ellen elena lenka leni
emily emilia | em emmy millie emmie milly mila; emma | em emmy
emmanuel emanuel manuel | manny manu manolo mani lolo; ernest ernesto | ernie; ernestine | tina ernie
esther | essie hettie; ethel | eth; eugene evgeny | gene zhenya; eugenia | genie gina zhenya
evangeline eveline evelyn evaline | eva eve evie lyn lina; eva eve | evie evita; ezekiel | zeke
felicity felicia | fliss flick; ferdinand fernando | ferdie nando fer; florence florentia | flo florrie flossie
frances francesca francisca franziska | fran frannie fanny franny frankie francie cesca chesca sissy franzi paca
francis francisco francesco franz franciszek frank franklin | frank frankie fran paco pancho franco franky curro kiko cisco cesco franek ciccio
frederick frederic friedrich federico frederik fredrik fryderyk | fred freddie freddy fritz rick fede ricky
frederica | freddie rica; gabriel | gabe gabi gab; gabriela gabriella gabrielle | gabi gabby ella gaby
genevieve | gen gena viv jenny; geoffrey jeffrey jeffery godfrey | geoff jeff
george georg jorge giorgio georgios jerzy georges | georgie jurek yorgos geordie jurgen
georgina georgia georgiana | georgie gina; gerald gerard gerhard gerardo | gerry jerry gerd gery
geraldine | gerry gerri; gertrude | gertie trudy trudi; gilbert | gil bert; gillian jillian | gill jill jilly
gordon | gord; grace | gracie; graham | gray
gregory grigory gregor gregorio grzegorz | greg gregg grisha grzesiek goyo; gustav gustavo | gus gusti
gwendolyn gwendoline gwenyth | gwen wendy; harold harald | hal harry
harriet henrietta henriette | hattie etta hettie harry hetty jet
henry heinrich hendrik enrique henri henrik enrico henryk | harry hank hal heinz quique rico hen heini heniek
herbert | herb bert herbie; herman hermann | herm manny; hilary hillary | hil; horace horatio | harry
howard | howie; hubert hugh hugo | hugh huey hughie bert; humphrey | humph; ignatius ignacio | iggy nacho
imogen | immy; irene irina | rene ira renie; isaac | ike zac zak
isabel isabella isabelle | izzy bella belle ibby tibby izzie isa; isadora isidora | dora izzy
isidore isidoro | izzy; ivan | vanya vanja; jacob jakob jakub | jake jack jay kuba jakey yasha
jacqueline | jackie jacqui lina; james jaime jamie | jim jimmy jamie jem jimmie jay
jane janet joan joanna joanne johanna | jenny janie jan jo jeannie netta janey nettie jonnie hanna asia joasia
jason | jay; jasper | jas; jean jeanne jeannette jeanette | jeannie nettie; jemima | jem mima
jennifer jenifer | jen jenny jenna jenni jennie; jeremiah jeremy jerome | jerry jem; jessica | jess jessie
joachim joaquin | jo quino achim jochen
john johannes jonathan juan giovanni jan hans johann joan ivan jean | jack johnny jon jonny jock jan hans gianni nino juanito janek jos hannes jens vanni gio johnnie jackie
joseph josef jose giuseppe jozef josep yosef | joe joey jo pepe beppe peppe peppino jos sepp jojo jody pino pepito pep chepe zef
josephine josefina giuseppina | jo josie posy fifi jojo pepa fina josy; joshua | josh; joyce | joy
judith judy | judy jude jodie; julia juliana juliet julie | jules julie juli jill jula
julian julius julio | jules jule; justin justine justina | just tina; karen | kaz; kendrick kenneth | ken kenny
kimberly kimberley | kim kimmy kimmie; kristofer | kris; laura lauren laurence laurel lara | laurie lori lolly
lawrence laurence lorenzo laurent lars | larry laurie lars lenzo lorry lawrie renzo
leonard leonardo leonhard leon | leo len lenny lennie lon; leopold | leo poldi; leroy | roy lee
leslie lesley | les; letitia leticia | lettie tish
lewis louis luis luigi ludwig ludovic luiz | lou louie lew gigi luigino lucho louie luisito ludo
liam william | liam; lillian lilian lily | lil lilly lili lily; linda | lin lindy lynn
louise louisa luisa | lou lulu lula; lucas lukas luke luca lukasz | luke luc luka lucky
lucille lucy lucia lucinda | lucy lu cindy lulu lucie; lydia lidia | liddy lyddie
madeline madeleine magdalena magdalene | maddie maddy lena magda leni mads madge lina maud; malcolm | mal
marcus mark marco marc marek markus | marc marky
margaret margarita marguerite margarethe margherita malgorzata margareta | maggie meg peggy marge margie greta rita daisy madge peg margo gosia gretel grete gretchen margot mags may maisie megan meggie mamie
maria mary marie miriam maryam mariam | molly polly may mimi mia minnie mamie masha mariette mitzi moll mollie marika maren marita mitzi maru manya miri mitzie
marian marianne mariana | mary anne; marilyn | mary lyn; marjorie margery | marge margie
martha marta | marty mattie patty; martin marten | marty mart; martina | tina
mathilda matilda mathilde | mattie tilly tilda maud patty
matthew mateo matteo matthias mathias mateusz matteus | matt matty teo mats mat matze mattie thies
maurice moritz mauricio morris | morrie moe mo; maximilian maxim maximus maxwell | max; maxine | max
melanie | mel melly; melinda | linda mel mindy; melissa | mel lissa missy; mercedes | merche sadie
meredith | merry
michael mikhail miguel michele michal michel mikael mihail mikkel | mike mick mickey mikey micky misha miki mischa mihai
michaela mikaela michelle | mickey shelly mich chelle micky; mildred | millie milly; millicent | millie milly
minerva | minnie; mohammed muhammad mohammad mohamed mehmet mahomet | mo moh mohd; mitchell | mitch
mortimer | mort; moses | mo moe; muriel | mu; nancy | nan nance
natalia natalie natalya nathalie | nat nattie natasha tasha talia nata; nathan nathaniel | nat nate than
nicholas nicolas nikolaus nikolai nicola niccolo nikolaos mikolaj niklas nikolay | nick nicky nico klaus kolya claus nik nikos colin niko nicki mikkel
nicole nicola | nicky nikki cole coco; norman | norm; olga | olya; oliver olivier | ollie noll
olivia olive | liv livvy ollie livia; oscar oskar | ossie; oswald | ozzie oz; pamela | pam pammy
patricia patrizia | pat patty trish tricia patsy patti; patrick patrice patricio | pat paddy rick patsy
paul pablo paolo pavel pawel paulo pal | paulie pasha paolino; paula pauline paulina | polly paulie lina
penelope | pen penny; percival percy | percy
peter pedro pietro petr pyotr piotr pierre petros pieter | pete petey petya piet piero perico pit
philip phillip philippe felipe filippo filip | phil pip flip pippo lippo; philippa | pip pippa; phyllis | phil
priscilla | cilla pris; prudence | prue; quentin | quent; rachel raquel rachael | rae ray shelly rach
randall randolph | randy rand dolph; raphael rafael raffaele rafal | rafe rafa raf rafi lele
raymond ramon | ray mon; rebecca rebekah | becky becca bec beck bex; reginald reynold | reg reggie ron rex
regina | reggie gina; reuben ruben | rube ben
richard ricardo riccardo | rick dick richie ricky rich dickie ritchie ricki rico
robert roberto rupert ruprecht | bob rob bobby robbie bert bobbie robin robby berto rupe rudi
roberta | bobbie robbie; roderick rodrigo | rod roddy rick; rodney | rod; roger rodger ruediger rudiger | rodge
roland orlando | rollo rolly lanny; ronald | ron ronnie; rosemary rosemarie | rosie rose romy mary
rose rosa rosalie rosalind rosanna roseanna roseanne rosalyn | rosie roz rosita rosy ros; rowena | ro
roxanne roxana | roxie roxy ann rox; rudolph rudolf | rudy rolf dolph rudi; russell | russ rusty; ruth | ruthie
salvador salvatore | sal toto tore; samantha | sam sammy; samuel samson | sam sammy
sarah sara zara | sally sadie sal; sebastian | seb bas bastian sebi basti; selina | lina; seymour | cy
sharon | shaz; sheila | shell; shirley | shirl; sidney sydney | sid syd; simon | si sy
sophia sofia sophie | sophie sonia sonya fifi sonja zosia; solomon | sol solly
stanley stanislav stanislaw | stan stas stashek stach; stephanie stefanie | steph steff stevie fanny stef steffi
stephen steven stefan stefano esteban etienne stephan szczepan | steve stevie steph ste stef
stuart stewart | stu stew
susan susanne susannah suzanne susanna zuzanna | sue susie suzy suki sukie zuza suse susi
sylvester silvester | syl sly vester; sylvia silvia | syl silvie; tabitha | tabby; tamara | tammy toma tam
terence terrence | terry tel; teresa theresa therese | terry tess tessa tracy tessie resi tere
thaddeus tadeusz | thad tad tadek; theodore teodoro theodor fyodor fedor | theo ted teddy tad fedya
theodora | dora thea theo; thomas tomas tommaso tomasz | tom tommy tomek maso thom
timothy timofei timotheus | tim timmy tima; tobias | toby tobi; tracy | trace; ulrich | uli; ursula | ulla ursel
valentine valentin | val; valerie valeria | val lera; vanessa | nessa van
veronica veronika | ronnie vera nika roni vron; victor viktor vittorio | vic vik vitya
victoria viktoria | vicky vic tori vicki vika vickie tory
vincent vicente vincenzo | vince vin vinny enzo vinnie; viola violet violetta | vi
virginia | ginny ginger virgie gina; vivian vivienne | viv; walter walther | wally walt wat; wendell | wendy
wilfred wilfried | wilf will fred; wilhelmina wilma | mina minnie willa billie
william wilhelm guillermo guglielmo guillaume willem vilhelm | bill will billy willy liam willie wil wim memo guille helmut
winifred winnifred | win winnie freddie freddy fred; winston | win; xavier javier | xavi javi
yvonne yvette | eve vonnie; zachary zachariah | zach zack zak; zoe | zo
`;
