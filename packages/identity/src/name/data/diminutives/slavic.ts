/** Russian, Ukrainian, Polish, Czech and Hungarian given names and their short forms: formal forms, a bar, short forms; groups end with a semicolon or the line. */
export const SLAVIC_DIMINUTIVES: string = `
dmitri dmitry dimitri dmytro dmitriy | dima mitya dimka mitja
vladimir volodymyr wlodzimierz | vova volodya vlad wlodek vladko wowa
vladislav wladyslaw | vlad slava wladek vladik; vyacheslav viacheslav | slava
yaroslav jaroslaw jaroslav | slava jarek jarda; yuri yury yuriy iurii | yura yurik; nadezhda nadia | nadya nadja
lyubov lubov | lyuba luba; lyudmila ludmila | lyuda mila luda; svetlana | sveta lana
tatiana tatyana tatjana | tanya tania tanja; yelena elena olena helena | lena alyona lenochka; evdokia | dunya
galina | galya; larisa larissa | lara lora; lidiya | lida; oksana | ksenia ksyusha; ksenia xenia | ksyusha
yulia julia iuliia | yulya julka; anastasia anastasiya | nastya stacy asya nastia ana stasia
konstantin constantine konstantinos | kostya costas kostas gus; gennady | gena; boris | borya bob
arkady | arkasha; leonid | lyonya; ilya ilia | ilyusha; kirill cyril | kir; matvey | motya; roman | roma
ruslan | rus; timur | tim; vasily vasiliy vasilis basil | vasya bas vassilis; vera | verochka; zinaida | zina
valentina | valya tina; viktor | vitya; vitaly vitaliy | vitalik; pavlo | pasha; oleksandr | sashko oles sasha
mykhailo | misha; mykola | kolya; petro | petya; wojciech | wojtek; zbigniew | zbyszek; slawomir | slawek
miroslaw miroslav | mirek mirko; boguslaw | bogus bogdan; agnieszka | aga; malgorzata | gosia malgosia
jadwiga hedwig | jadzia; stanislava stanislawa | stasia; zdenek | zdenko; vaclav | vasek; frantisek | franta
ladislav laszlo | laci lada; istvan | pista; ferenc | feri; sandor | sanyi; jozsef | joska
erzsebet | bozsi zsoka; katalin | kati; bohdan bogdan | bodya; miloslav milan | milos; dragoslav dragan | drago
`;
