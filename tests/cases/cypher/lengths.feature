Feature: Paths of variable length

  Over one tree, which every scenario starts from.

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (n0:A {name: 'n0'}), (n00:B {name: 'n00'}), (n01:B {name: 'n01'}), (n000:C {name: 'n000'}), (n001:C {name: 'n001'}), (n010:C {name: 'n010'})
      CREATE (n0)-[:LIKES]->(n00), (n0)-[:LIKES]->(n01), (n00)-[:LIKES]->(n000), (n00)-[:LIKES]->(n001), (n01)-[:LIKES]->(n010)
      """

  Scenario Outline: Bounds
    When executing query:
      """
      MATCH (a:A)
      MATCH (a)<pattern>(c)
      RETURN count(c) AS found, min(c.name) AS first
      """
    Then the result should be, in any order:
      | found   | first   |
      | <found> | <first> |
    And no side effects

    Examples:
      | pattern                       | found | first  |
      | -[:LIKES*]->                  | 5     | 'n00'  |
      | -[:LIKES*..]->                | 5     | 'n00'  |
      | -[:LIKES*0]->                 | 1     | 'n0'   |
      | -[:LIKES*1]->                 | 2     | 'n00'  |
      | -[:LIKES*2]->                 | 3     | 'n000' |
      | -[:LIKES*0..2]->              | 6     | 'n0'   |
      | -[:LIKES*0..0]->              | 1     | 'n0'   |
      | -[:LIKES*2..1]->              | 0     | null   |
      | -[:LIKES*1..0]->              | 0     | null   |
      | -[:LIKES*..0]->               | 0     | null   |
      | -[:LIKES*..1]->               | 2     | 'n00'  |
      | -[:LIKES*0..]->               | 6     | 'n0'   |
      | -[:LIKES*2..]->               | 3     | 'n000' |
      | -[:LIKES*0]->()-[:LIKES]->    | 2     | 'n00'  |
      | -[:LIKES]->()-[:LIKES*0]->    | 2     | 'n00'  |
      | -[:LIKES]->()-[:LIKES*]->     | 3     | 'n000' |
      | -[:LIKES]->()-[:LIKES*2..]->  | 0     | null   |
      | -[:LIKES]->()<-[:LIKES*0..]-  | 2     | 'n00'  |
      | -[:LIKES]->()-[:LIKES*1..]-   | 3     | 'n000' |

  Scenario Outline: Bounds that are none
    When executing query:
      """
      MATCH (a:A)-[:LIKES<bounds>]->(c) RETURN c
      """
    Then a SyntaxError should be raised at compile time: InvalidRelationshipPattern

    Examples:
      | bounds  |
      | ..      |
      | *-2     |
      | *-2..-1 |
      | *..-1   |
      | *1..-2  |

  Scenario: More than the tree
    Given having executed:
      """
      MATCH (d:C) CREATE (d)-[:LIKES]->(:D {name: d.name + '0'})
      """
    When executing query:
      """
      MATCH p = (a:A)-[:LIKES*3]->(d) RETURN d.name, length(p) AS length
      """
    Then the result should be, in any order:
      | d.name  | length |
      | 'n0000' | 3      |
      | 'n0010' | 3      |
      | 'n0100' | 3      |

  Scenario: A list of relationships is walked again, the way it was walked
    When executing query:
      """
      MATCH (:A)-[r1]->()-[r2]->(:C {name: 'n000'})
      WITH [r1, r2] AS walked
      MATCH (a)-[walked*]->(b)
      RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'n0'   | 'n000' |
