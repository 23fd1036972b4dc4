/** German, Dutch and Nordic given names and their short forms: formal forms, a bar, short forms; groups end with a semicolon or the line. */
export const GERMANIC_DIMINUTIVES: string = `
adelheid | heidi; bernhardine | dini; cornelia kornelia | conny nelly; dietrich | dieter dirk; gerhard | gerd
hannelore | hanne lore; hildegard | hilde; ilse | ilsa; joachim | jochen achim; liselotte | lilo lotte
manfred | manni fred; mechthild | mechi; reinhard | reini; siegfried | sigi; siegmund sigmund | sigi
sieglinde | linde; wolfgang | wolf wolfi; jacobus | koos jaap; cornelis | kees cor nelis; hendrika | rika
wilhelmus | wim; gerardus | gerrit; antonius | ton toon; adrianus adrian adriaan | arjan ad ade
petronella | nel; johanna | annie jo; lambertus | bert; egbert | bert; norbert | bert; hubertus | bert huub
albrecht | al; rasmus erasmus | ras; birgitta | gitta britta gitte; kristoffer | kris stoffer; ragnhild | ragna
sigrid | siri; torbjorn | tobbe; lennart | lelle; fredrika | rika; gunilla | nilla; pernilla petronilla | nilla
`;
