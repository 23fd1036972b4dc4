import type { StreetTypes } from './street-types-by-language.ts';

/** English: USPS Publication 28 appendix C1, AS 4590, Royal Mail and Canada Post usage. */
export const ENGLISH_STREET_TYPES: StreetTypes = {
  en: {
    side: 'after',
    types: `
    street = street st str strt streets sts
    avenue = avenue ave av aven avenu avn avnue
    road = road rd roads rds
    boulevard = boulevard blvd boul blv bvd
    drive = drive dr driv drv drs drives
    lane = lane ln la lanes
    court = court ct crt courts cts
    place = place pl plc plz plza plaza
    square = square sq sqr sqre squ
    terrace = terrace ter terr tce trce
    way = way wy ways
    circle = circle cir circ crcl crcle cl
    crescent = crescent cres crescnt cr cresc crsent
    close = close clo cls
    parkway = parkway pkwy parkwy pky pkway pwy
    highway = highway hwy hiway hway highwy
    freeway = freeway fwy frwy
    expressway = expressway expy exp expr
    turnpike = turnpike tpke trnpk
    trail = trail trl tr trls trails
    pike = pike
    alley = alley aly allee ally
    path = path paths pth
    walk = walk wlk
    row = row
    run = run
    loop = loop lp
    gardens = gardens gdns gdn garden grdns gardn gdens
    grove = grove gr grv grov gv
    hill = hill hl
    hills = hills hls
    heights = heights hts
    mews = mews mws
    rise = rise
    view = view vw
    vale = vale
    park = park prk pk
    green = green grn
    bypass = bypass byp
    causeway = causeway cswy
    circuit = circuit cct cir ccuit crct
    parade = parade pde
    esplanade = esplanade esp
    quay = quay qy
    wharf = wharf
    drove = drove
    retreat = retreat rtt
    chase = chase
    crossing = crossing xing crssng
    junction = junction jct
    ridge = ridge rdg
    cove = cove cv
    bend = bend bnd
    point = point pt
    landing = landing lndg
    glen = glen gln
    center = center ctr centre cntr cen cent
    mall = mall
    commons = commons cmns
    extension = extension ext
    yard = yard
    gate = gate
    concourse = concourse
    outlook = outlook
    ramble = ramble
    promenade = promenade prom
    croft = croft
    fold = fold
    wynd = wynd
    brae = brae
    end = end
    route = route rte
    spur = spur
    pass = pass
    trace = trace
    manor = manor mnr
    meadows = meadows mdws
    strip = strip
    track = track trk
    link = link
    nook = nook
    loop = loop
  `,
  },
};
