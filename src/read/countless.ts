const streets =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Square|Sq|Drive|Boulevard|Blvd|Terrace|Way|Place|Court|Row|Quay|Close|Crescent|Gardens|Hill|Embankment';

/** What is written in digits and counts nothing: dates and times in digits, ordinals, ages, addresses, names and numbering. */
export const countless: RegExp[] = [
  // 9-to-5, a 70-year-old
  /(?<![\p{N}.,])\d-to-\d(?!\p{N})/gu,
  /(?<![\p{N}.,])\d{1,3}(?:[-\s\u00a0](?:to|or|and)[-\s\u00a0]\d{1,3})?[-‑](?:year|month|week|day)s?[-‑]olds?(?!\p{L})/gu,
  // Addresses.
  /(?:https?:\/\/|www\.|mailto:)\S+|\S+@\S+\.\S+/giu,
  // 2025-01-11, 2024–25, 11.01.2025, 11/1/25, 2024/25, 9/11, 24/7, 1.2.3
  /(?<![\p{N}.,])\d{4}[-–]\d\d(?:-\d\d)?(?![\p{N}])/gu,
  /(?<![\p{N}.,])\d{1,4}([./])\d{1,2}\1\d{1,4}(?![\p{N}])/gu,
  /(?<![\p{N}.,])\d{1,4}\/\d{1,4}(?![\p{N}])/gu,
  // 14:30, 14h30, 2.30 pm, 2 p.m., 14 Uhr
  /(?<![\p{N}.,:])\d{1,2}(?::\d\d(?::\d\d)?|\s?h\s?\d\d)(?:\s?(?:[ap]\.?m\.?|uhr))?(?![\p{N}\p{L}])/giu,
  /(?<![\p{N}.,:])\d{1,2}(?:[.:]\d\d)?[\s\u00a0]?(?:[ap]\.?m\.?|uhr|o[’']clock)(?!\p{L})/giu,
  // 1990s, ’90s, 1990er, 1990-х
  /(?<![\p{N}.,])(?:\d{3}0|[’']?\d0)(?:[’']?s|er|[-‑](?:х|е|ті|тих|ые|ых))(?!\p{L})/giu,
  // 11th, 1er, 2e, 3.º, 11-й
  /(?<![\p{N}.,])\d+(?:st|nd|rd|th|er|ère|re|e|ème|\.?[ºª°](?!\s?[CF\p{N}])|[-‑](?:й|я|е|го|му|м|ї|ій|ша|та|те|ма|ми|х|ый|ая|ое))(?![\p{L}\p{N}])/giu,
  // F-16, COVID-19, G7, km2; 5G, 3D
  /(?<=\p{L}[-‑–]?)\d+(?:[.-]\d+)*(?![\p{N}])/gu,
  /(?<![\p{N}.,])\d+(?!(?:km|kg|mm|cm|m|k|ha|t|bn|mn|h|g|l)(?![\p{L}\p{N}]))\p{L}+/gu,
  // 51.7° N
  /\d+(?:[.,]\d+)?[\s\u00a0]?°[\s\u00a0]?(?:\d+(?:[.,]\d+)?[′’'"″\s\u00a0]*)*[NSEWO](?!\p{L})/gu,
  // 1. or 2) or (3) as numbering, [4] as a note, § 5, № 6, #7
  /^\s*\(?\d{1,3}[.)](?=\s)|\(\d{1,2}\)|\[\^?\d{1,3}\]|[§№#][\s\u00a0]?\d+(?:\.\d+)*/gu,
  // +44 20 7946 0958; ISBN 978-3-16-148410-0, ISO 9001, EPSG:4326; UTC+3; Matthew 5:3–12
  /\+\d[\d\s\u00a0()-]{6,}\d/gu,
  /(?<=(?<!\p{L})(?:ISBN|ISSN|DOI|ISO|RFC|DIN|IEC|EPSG)[\s\u00a0:]{1,2})\d[\d.:/-]*/gu,
  /(?<=(?<!\p{L})(?:UTC|GMT|MEZ|CET)[\s\u00a0]?[-+−])\d{1,2}(?::\d\d)?(?!\p{N})/gu,
  /(?<=\p{Lu}\p{Ll}+[\s\u00a0])\d{1,3}:\d{1,3}(?:[-–]\d{1,3})?(?![\p{N}:])/gu,
  // Ages: Anna Lund, 45, a fisher; she was 34; aged 18 to 24; 12 years old; under-18s
  /(?<=\p{Lu}\p{L}+,[\s\u00a0])(?:[1-9]\d?|1[01]\d)(?=[,;)]|\.(?:\s|$))/gu,
  /(?<=(?<!\p{L})(?:[Hh]e|[Ss]he|who|son|daughter|brother|sister|mother|father|husband|wife|child|boy|girl)(?:[\s\u00a0](?:is|was|turned|turns))?[\s\u00a0])\d{1,3}(?=[,;.)!?]|[\s\u00a0](?:when|and|at|then|now|last|this)(?!\p{L})|$)/gu,
  /(?<=(?<!\p{L})(?:[Aa]ged|[Aa]ges|between the ages of|im Alter von|âgée?s? de)[\s\u00a0])\d{1,3}(?:(?:[-–]|[\s\u00a0](?:to|and|or|bis|und|à|et)[\s\u00a0])\d{1,3})?(?!\p{N})/gu,
  /(?<![\p{N}.,])\d{1,3}[\s\u00a0](?:years?|months?)[\s\u00a0](?:old|of age)(?!\p{L})/gu,
  /(?<=(?<!\p{L})(?:[Uu]nder|[Oo]ver)-)\d{1,2}s(?!\p{L})/gu,
  // Addresses: 350 Fifth Avenue, 12 Rue de la Paix, Hauptstraße 12, Khreshchatyk Street, 22, вул. Хрещатик, 22
  new RegExp(`(?<![\\p{N}.,])\\d{1,5}\\p{Lu}?(?=[\\s\\u00a0](?:\\p{Lu}[\\p{L}’'.-]*[\\s\\u00a0]){1,3}(?:${streets})(?!\\p{L}))`, 'gu'),
  /(?<![\p{N}.,])\d{1,5}(?=,?[\s\u00a0](?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Qq]uai|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]alle|[Aa]venida|[Pp]laza)[\s\u00a0](?:de |du |des |la |le |l’|d’)*\p{Lu})/gu,
  new RegExp(`(?<=\\p{Lu}[\\p{L}’'-]*[\\s\\u00a0](?:${streets}),?[\\s\\u00a0])\\d{1,4}(?=[,.;)]|$)`, 'gu'),
  /(?<=\p{L}{2}(?:straße|strasse|str\.|gasse|allee|platz|weg|ufer|damm)[\s\u00a0])\d{1,4}\p{Ll}?(?![\p{N}\p{L}%])/gu,
  /(?<=(?<!\p{L})(?:[Вв]ул|[Вв]улиц[яіею]|[Уу]л|[Уу]лиц[аеы]|[Пп]росп|[Пп]роспект[іе]?)\.?[\s\u00a0]\p{Lu}[\p{L}’'-]*(?:[\s\u00a0]\p{Lu}[\p{L}’'-]*)?,?[\s\u00a0])\d{1,4}(?![\p{N}%])/gu,
  // 3–1 and 2-0 are scores: a range begins with its lower number
  /(?<![\p{N}.,:–-])(?:[1-9][-–]0|2[-–]1|3[-–][12]|4[-–][1-3]|5[-–][1-4]|6[-–][1-5])(?![\p{N}%–-]|[.,]\d)(?![\s\u00a0]?(?:%|km|million))/gu,
];
