/** Landmarks that everybody knows and whose names do not say what they are: no gazetteer of towns has them. Folded as by `foldName`; the same for every catalogue. */
export const famousLandmarks: ReadonlySet<string> = new Set(
  `abu simbel|acropolis|akihabara|alcatraz|alhambra|angkor thom|angkor wat|asakusa|ayers rock|bandelier|big ben|blue mosque|bondi|borobudur|brandenburger tor|buckingham|burj al arab|burj khalifa|
  camp nou|capitol hill|cappadocia|champs elysees|charminar|checkpoint charlie|chichen itza|chinatown|christ the redeemer|cinque terre|colosseum|copacabana|covent garden|cristo redentor|denali|
  djemaa el fna|el capitan|el castillo|empire state|erasmusbrug|fisherman s wharf|fitz roy|fushimi inari|galata|gateway arch|gateway of india|ginza|giza|grand bazaar|grand canal|great barrier reef|
  great wall|ground zero|guggenheim|hagia sophia|half dome|hallgrimskirkja|hermitage|hofburg|hollywood sign|holmenkollen|iguazu|ipanema|jama masjid|jemaa el fnaa|jungfraujoch|karnak|keukenhof|khao san|
  kilimanjaro|kinkaku ji|kiyomizu dera|kremlin|la boca|la rambla|la scala|leaning tower|louvre|machu picchu|mall of america|marina bay sands|matterhorn|meiji jingu|mont blanc|mont saint michel|montmartre|
  moulin rouge|mount everest|mount fuji|mount rushmore|mauna kea|neuschwanstein|niagara|notre dame|old faithful|one world trade|orsay|pantheon|parthenon|petronas|petra|phi phi|piccadilly|pigalle|potala|
  prado|puerta del sol|pyramids of giza|qutub minar|reichstag|rijksmuseum|rialto|roman forum|sacre coeur|sagrada familia|schonbrunn|senso ji|serengeti|shibuya|shinjuku|shwedagon|space needle|sphinx|
  st basil s|st pancras|st paul s|stonehenge|sugarloaf|sugar loaf|table mountain|taj mahal|taipei 101|the shard|three gorges|tivoli|tiananmen|tokyo skytree|topkapi|tower of london|trafalgar|trevi|
  trinity college|uffizi|uluru|venice beach|versailles|waikiki|wat arun|wat pho|west end|westminster|whitehall|yellowstone|yosemite|zocalo`
    .split('|')
    .map((name) => name.trim()),
);
