import type { StreetTypes } from './street-types-by-language.ts';

/** French (La Poste, AFNOR XPZ 10-011), Spanish (Correos), Catalan, Italian (Poste Italiane), Portuguese (CTT), Romanian. */
export const ROMANCE_STREET_TYPES: StreetTypes = {
  fr: {
    side: 'before',
    types: `
    street = rue r ru
    avenue = avenue av ave
    boulevard = boulevard bd boul bld blvd bvd
    place = place pl plc
    square = square sq
    alley = allee all allees ale
    path = chemin ch che chem
    road = route rte
    impasse = impasse imp
    passage = passage pas psg pass
    quay = quai qu
    cours = cours crs
    faubourg = faubourg fg fbg
    cite = cite
    lotissement = lotissement lot
    residence = residence res
    hamlet = hameau ham
    villa = villa
    court = cour
    sentier = sentier sen sente
    ruelle = ruelle rle
    promenade = promenade prom
    esplanade = esplanade esp
    roundabout = rond-point rpt
    voie = voie
    clos = clos
    domaine = domaine dom
    parvis = parvis
    montee = montee mte
    cote = cote
    quartier = quartier quar
    venelle = venelle
    mail = mail
    traverse = traverse tra
    chaussee = chaussee chs
    lieu-dit = lieudit
    zone = za zi zac
  `,
  },
  es: {
    side: 'before',
    types: `
    street = calle c cl cll
    avenue = avenida av avd avda avd
    place = plaza pl pza plza plz
    road = carretera ctra crta
    path = camino cno cmno
    paseo = paseo po ps pso
    boulevard = bulevar blvd boulevard bvar
    roundabout = glorieta gta rotonda
    ronda = ronda rda
    travesia = travesia trva trv
    callejon = callejon cjon
    carrera = carrera cra kr cr kra
    diagonal = diagonal dg diag
    transversal = transversal tv
    urbanizacion = urbanizacion urb
    polygon = poligono pol plgno
    cuesta = cuesta
    via = via
    pasaje = pasaje pje psje
    calzada = calzada calz
    prolongacion = prolongacion prol
    alley = alameda
    rambla = rambla rbla
    barrio = barrio bo
    costanera = costanera
    jiron = jiron jr
  `,
  },
  ca: {
    side: 'before',
    types: `
    street = carrer c cr
    avenue = avinguda av avgda
    place = placa pl
    paseo = passeig pg
    road = carretera ctra
    path = cami
    rambla = rambla
    ronda = ronda
    passage = passatge ptge
    travesia = travessera
  `,
  },
  it: {
    side: 'before',
    types: `
    street = via v
    avenue = viale v.le vle
    place = piazza p.zza pza pzza p.za piazz
    corso = corso c.so cso
    vicolo = vicolo vic v.lo vlo
    largo = largo lgo l.go
    piazzale = piazzale ple ple p.le
    piazzetta = piazzetta
    strada = strada str
    contrada = contrada cda c.da
    salita = salita sal
    borgo = borgo
    lungomare = lungomare
    lungarno = lungarno
    lungotevere = lungotevere lgt
    calle = calle
    fondamenta = fondamenta
    localita = localita loc
    frazione = frazione fraz
    galleria = galleria
    rione = rione
    traversa = traversa trav
    vico = vico
  `,
  },
  pt: {
    side: 'before',
    types: `
    street = rua r
    avenue = avenida av avd
    place = praca pc pca
    alley = alameda al
    travessa = travessa tv trav tr
    largo = largo lg lgo
    road = estrada est estr
    rodovia = rodovia rod
    praceta = praceta pct
    beco = beco
    calcada = calcada cc
    ladeira = ladeira ld
    via = via
    quinta = quinta qta
    bairro = bairro
    urbanizacion = urbanizacao urb
    path = caminho
    rotunda = rotunda
    vila = vila
  `,
  },
  ro: {
    side: 'before',
    types: `
    street = strada str
    boulevard = bulevardul bd bdul bld bulevard
    road = calea cal
    road = soseaua sos
    alley = aleea al
    place = piata pta
    intrarea = intrarea intr
    splai = splaiul spl
  `,
  },
};
