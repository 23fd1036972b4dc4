/** Arabic, Turkish, Greek, Indian, Hebrew and West African given names and their short forms: formal forms, a bar, short forms; groups end with a semicolon or the line. */
export const OTHER_DIMINUTIVES: string = `
abdullah abdallah | abdul; abdulrahman abdurrahman | abdul; fatima fatma | fati; khadija | dija; ibrahim | ibo
mustafa | musti; huseyin hussein husayn hussain | husni; ismail | isma; yusuf yousef youssef | yusi
mahmoud | hamada; panagiotis | panos takis; dimitrios | dimitris mimis jim; ioannis yannis | giannis john
evangelos | vangelis; athanasios | thanasis thanos sakis; eleni | lena nitsa; vasileios | vasilis bill
spyridon | spyros; charalambos | babis haris; stavros | steve; xiaoming | ming; siddharth | sid
krishnan krishna | kris; rajesh rajendra | raj; sanjay | sanju; venkatesh venkat | venky; subramaniam | subbu
priyanka | priya; deepak deepika | deep; avraham | avi; yitzhak | itzik; menachem | mendel; shlomo | solomon
shmuel | samuel; moshe | moses moishe; yehuda judah | judah yudi; yaakov | jacob yanky
elazar eleazar eleazer | lazar elie; tinashe | tina; oluwaseun | seun; oluwatobi | tobi; babatunde | tunde
chukwuemeka | emeka
`;
