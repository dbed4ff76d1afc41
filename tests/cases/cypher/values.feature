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
