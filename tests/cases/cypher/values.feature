Feature: Values

  Scenario Outline: An expression has its value
    Given an empty graph
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression                                                      | value                  |
      | 7 / 2                                                           | 3                      |
      | 7 / 2.0                                                         | 3.5                    |
      | -7 % 3                                                          | -1                     |
      | 2 ^ 3                                                           | 8.0                    |
      | 1 < 2 < 3                                                       | true                   |
      | 1 < 3 < 2                                                       | false                  |
      | null = null                                                     | null                   |
      | [1, null] = [1, null]                                           | null                   |
      | [1, null] = [2, null]                                           | false                  |
      | 1 = 1.0                                                         | true                   |
      | 9007199254740993 = 9007199254740992.0                           | false                  |
      | 'a' + 1                                                         | 'a1'                   |
      | [1] + 2 + [3]                                                   | [1, 2, 3]              |
      | [1, 2, 3, 4][1..-1]                                             | [2, 3]                 |
      | 3 IN [1, null]                                                  | null                   |
      | 'Ärger' STARTS WITH 'Ä'                                         | true                   |
      | size('Ärger')                                                   | 5                      |
      | toUpper('straße')                                               | 'STRASSE'              |
      | substring('0123456789', 2, 3)                                   | '234'                  |
      | split('a,b,,c', ',')                                            | ['a', 'b', '', 'c']    |
      | replace('banana', 'an', 'AN')                                   | 'bANANa'               |
      | 'x1' =~ '[a-z][0-9]'                                            | true                   |
      | [x IN range(1, 5) WHERE x % 2 = 1 \| x * x]                     | [1, 9, 25]             |
      | all(x IN [1, null] WHERE x > 0)                                 | null                   |
      | none(x IN [] WHERE x > 0)                                       | true                   |
      | single(x IN [1, 2] WHERE x = 2)                                 | true                   |
      | reduce(sum = 0, x IN [1, 2, 3] \| sum + x)                      | 6                      |
      | CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END      | 'two'                  |
      | coalesce(null, 1)                                               | 1                      |
      | toInteger('12.9')                                               | 12                     |
      | toBoolean('TRUE')                                               | true                   |
      | round(2.5)                                                      | 3.0                    |
      | round(-2.456, 2)                                                | -2.46                  |
      | {a: 1, b: {c: 2}}.b.c                                           | 2                      |
      | date('2025-W48-3')                                              | '2025-11-26'           |
      | date({year: 2025, quarter: 4, dayOfQuarter: 1})                 | '2025-10-01'           |
      | date('2025-01-31') + duration('P1M')                            | '2025-02-28'           |
      | duration.between(date('2025-11-20'), date('2026-01-08'))        | 'P1M19D'               |
      | duration.inDays(date('2025-11-20'), date('2025-12-04')).days    | 14                     |
      | date.truncate('week', date('2025-12-03'))                       | '2025-12-01'           |
      | datetime('2025-03-30T02:30[Europe/Berlin]')                     | '2025-03-30T03:30+02:00[Europe/Berlin]' |
      | date('2025-12-03').dayOfWeek                                    | 3                      |
      | duration({days: 1.5})                                           | 'P1DT12H'              |
      | toString(duration('PT-0.5S'))                                   | 'PT-0.5S'              |
      | size([(a)-->(b) \| a])                                          | 0                      |
      | EXISTS { MATCH (n) RETURN n }                                   | false                  |
      | COUNT { (n)-->(m) }                                             | 0                      |
      | true XOR true | false |
      | true XOR false | true |
      | null XOR true | null |
      | null XOR null | null |
      | null XOR false | null |
      | 1 < 'a' | null |
      | {} < {} | null |
      | [1, null] < [2] | true |
      | [1, 0] >= [1] | true |
      | [1, null] >= [1] | true |
      | [1, 2] >= [1, null] | null |
      | [1, 2] >= [3, null] | false |
      | [1, 'a'] >= [1, null] | null |
      | 0.0/0.0 = 0.0/0.0 | false |
      | 0.0/0.0 > 1 | false |
      | 0.0/0.0 < 'a' | null |
      | 0.0/0.0 <> 0.0/0.0 | true |
      | null <> null | null |
      | {a: null} = {a: null} | null |
      | {} = {a: null} | false |
      | {a: 1, b: null} = {a: 2, b: null} | false |
      | [[1]] = [[null]] | null |
      | [[1],[2]] = [[1],[null]] | null |
      | [1,2]='foo' | false |
      | 1 = '1' | false |
      | true < false | false |
      | 'a' < 'aa' < 'b' | true |
      | 1 = 1 = 1 | true |
      | 3 IN [[1,2],3] | true |
      | [1,2] IN [1,[1,2]] | true |
      | [] IN [[]] | true |
      | [null] IN [[null]] | null |
      | [1,2,null] IN [[1,2]] | false |
      | null IN [] | false |
      | null IN [null] | null |
      | 1 IN null | null |
      | CASE null WHEN null THEN 1 ELSE 2 END | 2 |
      | CASE WHEN null THEN 1 END | null |
      | CASE 'a' WHEN 1 THEN 1 WHEN 'a' THEN 2 END | 2 |
      | CASE [1,2] WHEN [1,2] THEN 'l' END | 'l' |
      | CASE -1 WHEN true THEN 'a' WHEN 0 THEN 'b' ELSE 'c' END | 'c' |
      | CASE 1.0 WHEN 1 THEN 'y' END | 'y' |
      | size([1,[2,3],null]) | 3 |
      | size([]) | 0 |
      | size(null) | null |
      | size('') | 0 |
      | range(0,10,3) | [0, 3, 6, 9] |
      | range(10,0,-3) | [10, 7, 4, 1] |
      | range(-1,1) | [-1, 0, 1] |
      | range(0,-1) | [] |
      | range(1,0,-1) | [1, 0] |
      | range(0,1,-123) | [] |
      | range(2000, 0, -1298) | [2000, 702] |
      | range(0, -1234, -1234) | [0, -1234] |
      | size(range(-1236,15,1)) | 1252 |
      | [1,2,3][-1] | 3 |
      | [1,2,3][5] | null |
      | [1,2,3][-5] | null |
      | [1,2,3][null] | null |
      | [1,2,3][1..] | [2, 3] |
      | [1,2,3][..2] | [1, 2] |
      | [1,2,3][0..1] | [1] |
      | [1,2,3][0..0] | [] |
      | [1,2,3][-3..-1] | [1, 2] |
      | [1,2,3][4..8] | [] |
      | [1,2,3][null..2] | null |
      | [1,2,3][3..1] | [] |
      | [1,2,3][-5..8] | [1, 2, 3] |
      | [1] + [] | [1] |
      | [1] + null | null |
      | [] + [[1]] | [[1]] |
      | 1 + [2] | [1, 2] |
      | [[],[[]]] + [[[1]]] | [[], [[]], [[1]]] |
      | reverse([1,null,2]) | [2, null, 1] |
      | head([]) | null |
      | last([1]) | 1 |
      | tail([1,2]) | [2] |
      | tail([]) | [] |
      | head(null) | null |
      | null IS NOT NULL | false |
      | 1 IS NOT NULL | true |
      | [] IS NULL | false |
      | null IS NULL = true | true |
      | {a: null}.a IS NULL | true |
      | [[1], [2, 3], [4, 5]] + [5, [6, 7], [8, 9], 10][3] | [[1], [2, 3], [4, 5], 10] |
      | ([[1], [2, 3], [4, 5]] + [5, [6, 7], [8, 9], 10])[3] | 5 |
      | [[1], [2, 3], [4, 5]] + ([5, [6, 7], [8, 9], 10][3]) | [[1], [2, 3], [4, 5], 10] |
      | [1]+[2] IN [3]+[4] | false |
      | ([1]+[2]) IN ([3]+[4]) | false |
      | [1]+([2] IN [3])+[4] | [1, false, 4] |
      | [1,2] = [3,4] IN [[3,4], false] | false |
      | ([1,2] = [3,4]) IN [[3,4], false] | true |
      | false = true IN [true, false] | false |
      | [[1,2], [3,4]] <> [4] IN [[4], false] | true |
      | -2^2 | 4.0 |
      | -(2^2) | -4.0 |
      | 2^3^2 | 64.0 |
      | 4 / 2 * 3 % 4 | 2 |
      | 1 + 2 + 'a' | '3a' |
      | 'a' + 1 + 2 | 'a12' |
      | NOT 1 = 2 | true |
      | NOT true IS NULL | true |
      | NOT null IS NULL | false |
      | true OR true XOR true | true |
      | (true OR true) XOR true | false |
      | true XOR false AND false | true |
      | NOT false AND false | false |
      | 1 < 2 = true | false |
      | null STARTS WITH 'a' | null |
      | 'abc' STARTS WITH '' | true |
      | 'abc' STARTS WITH null | null |
      | 1 STARTS WITH 'a' | null |
      | 'a' ENDS WITH 1 | null |
      | 'abc' CONTAINS 'bc' | true |
      | '' CONTAINS '' | true |
      | [] CONTAINS 'a' | null |
      | substring('abc',1) | 'bc' |
      | left('abc',2) | 'ab' |
      | right('abc',2) | 'bc' |
      | trim('  a ') | 'a' |
      | lTrim('  a ') | 'a ' |
      | rTrim('  a ') | '  a' |
      | toLower('AbC') | 'abc' |
      | reverse('abc') | 'cba' |
      | split('','x') | [''] |
      | toString(1.0) | '1.0' |
      | toString(true) | 'true' |
      | toString(null) | null |
      | toString(1e20) | '1.0E20' |
      | toString(date('2020-01-01')) | '2020-01-01' |
      | toFloat('1.5') | 1.5 |
      | toFloat('x') | null |
      | toFloat(3) | 3.0 |
      | toFloat('1e3') | 1000.0 |
      | toFloat('') | null |
      | toFloat('.5') | 0.5 |
      | toInteger('foo') | null |
      | toInteger('') | null |
      | toInteger(1.9) | 1 |
      | toInteger('-1.9') | -1 |
      | toBoolean('x') | null |
      | toBoolean(true) | true |
      | all(x IN [] WHERE false) | true |
      | all(x IN [1,2] WHERE x < 3) | true |
      | all(x IN [null] WHERE x IS NULL) | true |
      | all(x IN [0, null] WHERE x = 1) | false |
      | any(x IN [0,null] WHERE x = 1) | null |
      | none(x IN [1,null] WHERE x = 1) | false |
      | none(x IN [0,null] WHERE x = 1) | null |
      | single(x IN [1,null] WHERE x = 1) | null |
      | single(x IN [1,1,null] WHERE x = 1) | false |
      | all(x IN null WHERE x = 1) | null |
      | none(x IN [['abc'], ['abc','def']] WHERE all(y IN x WHERE y = 'abc')) | false |
      | all(x IN [[1,2,3],[1]] WHERE single(y IN x WHERE y = 1)) | true |
      | any(x IN [{a:2},{a:4}] WHERE x.a = 4) | true |
      | all(x IN [1,2,3] WHERE x > 0) = (NOT any(x IN [1,2,3] WHERE NOT x > 0)) | true |
      | abs(-1) | 1 |
      | abs(-1.5) | 1.5 |
      | sign(-3) | -1 |
      | sign(0.5) | 1 |
      | ceil(0.1) | 1.0 |
      | floor(-0.1) | -1.0 |
      | sqrt(12.96) | 3.6 |
      | round(1.5) | 2.0 |
      | log(1) | 0.0 |
      | log10(100) | 2.0 |
      | exp(0) | 1.0 |
      | 5 % 3.0 | 2.0 |
      | 1.0 / 0 | Infinity |
      | -5 / 2 | -2 |
      | 5 % -3 | 2 |
      | [[[[[]]]]] | [[[[[]]]]] |
      | 0x1F | 31 |
      | -0x1 | -1 |
      | 0o17 | 15 |
      | 0xabcdef | 11259375 |
      | .1 | 0.1 |
      | -.1e-3 | -0.0001 |
      | 1e9 | 1000000000.0 |
      | 0.0 | 0.0 |
      | -0.0 | -0.0 |
      | 9223372036854775807 | 9223372036854775807 |
      | -9223372036854775808 | -9223372036854775808 |
      | '\u01FF' | 'ǿ' |
      | "it's" | 'it\'s' |
      | {} | {} |
      | {a: {b: [1, {c: null}]}} | {a: {b: [1, {c: null}]}} |
      | {F: -0x162CD4F6}.F | -372036854 |
      | keys({a:1,b:2}) | ['a', 'b'] |
      | date('2015-07-21')+duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2}) | '2028-01-04' |
      | date({year:1984,month:10,day:11})+duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:2}) | '1997-03-25' |
      | date({year:1984,month:10,day:11})-duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:2}) | '1972-04-27' |
      | date({year:1984,month:10,day:11})+duration({months:1, days: -14, hours: 16, minutes: -12, seconds: 70}) | '1984-10-28' |
      | date({year:1984,month:10,day:11})+duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) | '1997-10-11' |
      | date({year:1984,month:10,day:11})-duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) | '1971-10-12' |
      | localtime({hour:12, minute:31, second:14, nanosecond:1})+duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:2}) | '04:44:24.000000003' |
      | localtime({hour:12, minute:31, second:14, nanosecond:1})-duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:2}) | '20:18:03.999999999' |
      | time({hour:12, minute:31, second:14, nanosecond:1, timezone:'+01:00'})+duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) | '22:29:27.500000004+01:00' |
      | localdatetime({year:1984,month:10,day:11,hour:12,minute:31,second:14,nanosecond:1})+duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) | '1997-10-11T22:29:27.500000004' |
      | datetime({year:1984,month:10,day:11,hour:12,minute:31,second:14,nanosecond:1,timezone:'+01:00'})+duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:2}) | '1997-03-26T04:44:24.000000003+01:00' |
      | duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:1}) + duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:1}) | 'P24Y10M28DT32H26M20.000000002S' |
      | duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:1}) - duration({months:1, days:-14, hours:16, minutes:-12, seconds:70}) | 'P12Y4M28DT24M0.000000001S' |
      | duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:1}) * 0.5 | 'P6Y2M22DT13H21M8S' |
      | duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:1}) / 2 | 'P6Y2M22DT13H21M8S' |
      | duration({years:12, months:5, days:14, hours:16, minutes:12, seconds:70, nanoseconds:1}) * 1 | 'P12Y5M14DT16H13M10.000000001S' |
      | duration({months:5, days:1}) * 2 | 'P10M2D' |
      | date('1984-10-11').quarter | 4 |
      | date('1984-10-11').week | 41 |
      | date('1984-01-01').weekYear | 1983 |
      | date('1984-01-01').week | 52 |
      | date('1984-10-11').dayOfQuarter | 11 |
      | date('1984-10-11').ordinalDay | 285 |
      | date('1984-10-11').weekDay | 4 |
      | datetime('1984-11-11T12:31:14.645876123+01:00').offset | '+01:00' |
      | datetime('1984-11-11T12:31:14.645876123+01:00').offsetMinutes | 60 |
      | datetime('1984-11-11T12:31:14.645876123+01:00').offsetSeconds | 3600 |
      | datetime('1984-11-11T12:31:14.645876123+01:00').epochSeconds | 469020674 |
      | datetime('1984-11-11T12:31:14.645876123+01:00').epochMillis | 469020674645 |
      | datetime('1984-11-11T12:31:14.645876123[Europe/Stockholm]').timezone | 'Europe/Stockholm' |
      | time('12:31:14.645876123+01:00').timezone | '+01:00' |
      | time('12:31:14.645876123+01:00').nanosecond | 645876123 |
      | localtime('12:31:14.645876123').microsecond | 645876 |
      | localtime('12:31:14.645876123').millisecond | 645 |
      | duration({years:1, months:4, days:10, hours:1, minutes:1, seconds:1, nanoseconds:111111111}).quarters | 5 |
      | duration({years:1, months:4, days:10, hours:1, minutes:1, seconds:1, nanoseconds:111111111}).quartersOfYear | 1 |
      | duration({years:1, months:4, days:10}).monthsOfQuarter | 1 |
      | duration({years:1, months:4}).monthsOfYear | 4 |
      | duration({days:10}).weeks | 1 |
      | duration({days:10}).daysOfWeek | 3 |
      | duration({hours:1,minutes:1,seconds:1,nanoseconds:111111111}).milliseconds | 3661111 |
      | duration({hours:1,minutes:1,seconds:1,nanoseconds:111111111}).millisecondsOfSecond | 111 |
      | duration({hours:1,minutes:1,seconds:1}).minutesOfHour | 1 |
      | duration({seconds:-1,nanoseconds:1}).secondsOfMinute | -1 |
      | duration({hours:1,minutes:1,seconds:1,nanoseconds:111111111}).nanosecondsOfSecond | 111111111 |
      | date('2015-W30-2') | '2015-07-21' |
      | date('2015202') | '2015-07-21' |
      | date('2015') | '2015-01-01' |
      | localtime('214032') | '21:40:32' |
      | time('21:40-01:30') | '21:40-01:30' |
      | localdatetime('2015202T21') | '2015-07-21T21:00' |
      | datetime('2015-07-21T21:40:32.142[Europe/London]') | '2015-07-21T21:40:32.142+01:00[Europe/London]' |
      | duration('P14DT16H12M') | 'P14DT16H12M' |
      | duration('P5M1.5D') | 'P5M1DT12H' |
      | duration('P0.75M') | 'P22DT19H51M49.5S' |
      | duration('PT0.75M') | 'PT45S' |
      | duration('P2.5W') | 'P17DT12H' |
      | duration('P2012-02-02T14:37:21.545') | 'P2012Y2M2DT14H37M21.545S' |
      | date({date: date('1984-11-11'), week: 1}) | '1984-01-08' |
      | date({year:1817, week:2}) | '1817-01-06' |
      | date({date: date('1984-11-11'), quarter: 3}) | '1984-08-11' |
      | datetime({epochSeconds:416779, nanosecond:999999999}) | '1970-01-05T19:46:19.999999999Z' |
      | datetime.fromepoch(416779, 999999999) | '1970-01-05T19:46:19.999999999Z' |
      | datetime.fromepochmillis(237821673987) | '1977-07-15T13:34:33.987Z' |
      | duration.between(datetime('2017-10-28T23:00+02:00[Europe/Stockholm]'), datetime('2017-10-29T04:00+01:00[Europe/Stockholm]')) | 'PT6H' |
      | duration.inMonths(date('1984-10-11'), date('2015-06-24')) | 'P30Y8M' |
      | duration.inSeconds(localtime('12:31:14'), localtime('10:00')) | 'PT-2H-31M-14S' |
      | duration.between(date('1984-10-11'), localtime('16:30')) | 'PT16H30M' |
      | duration.between(date('-999999999-01-01'), date('+999999999-12-31')) | 'P1999999998Y11M30D' |
      | datetime.truncate('millennium', datetime('2017-10-11T12:31:14.645+01:00'), {day: 2}) | '2000-01-02T00:00+01:00' |
      | date.truncate('weekYear', date('1984-01-01'), {day: 5}) | '1983-01-05' |
      | localtime.truncate('minute', localtime('12:31:14.645876123'), {nanosecond: 2}) | '12:31:00.000000002' |
      | datetime.truncate('quarter', date('1984-11-11'), {timezone:'Europe/Stockholm'}) | '1984-10-01T00:00+01:00[Europe/Stockholm]' |
      | date('2020-01-01') < date('2020-01-02') | true |
      | duration('P1D') = duration('PT24H') | false |
      | duration('P1M') < duration('P31D') | null |
      | date('2020-01-01') < localtime('12:00') | null |
      | time('12:00+01:00') < time('12:00Z') | true |

  Scenario Outline: Values are ordered across types
    Given an empty graph
    When executing query:
      """
      UNWIND [null, 1, 'a', true, [1], {a: 1}, 0.5, date('2025-01-01')] AS x
      WITH x ORDER BY x <order>
      RETURN collect(x)[0] AS first
      """
    Then the result should be, in any order:
      | first   |
      | <first> |

    Examples:
      | order | first  |
      | ASC   | {a: 1} |
      | DESC  | 1      |
