Feature: Patterns

  Scenario: Two edges of one match are never the same
    Given an empty graph
    And having executed:
      """
      CREATE (a:Actor {name: 'A'})-[:REJECTED]->(p:Proposal {name: 'P'}), (b:Actor {name: 'B'})-[:REJECTED]->(p)
      """
    When executing query:
      """
      MATCH (x)-[:REJECTED]->(:Proposal)<-[:REJECTED]-(y) RETURN x.name, y.name
      """
    Then the result should be, in any order:
      | x.name | y.name |
      | 'A'    | 'B'    |
      | 'B'    | 'A'    |

  Scenario Outline: Shortest paths
    Given an empty graph
    And having executed:
      """
      CREATE (a {n: 'a'})-[:T]->(b {n: 'b'})-[:T]->(d {n: 'd'}), (a)-[:T]->(c {n: 'c'})-[:T]->(d), (d)-[:T]->({n: 'e'}), (:Alone {n: 'f'})
      """
    When executing query:
      """
      MATCH (x {n: 'a'}), (y {n: '<to>'}) MATCH p = <function>((x)-[:T*]->(y)) RETURN count(*) AS paths, max(length(p)) AS length
      """
    Then the result should be, in any order:
      | paths   | length   |
      | <paths> | <length> |

    Examples:
      | function         | to | paths | length |
      | shortestPath     | b  | 1     | 1      |
      | shortestPath     | e  | 1     | 3      |
      | shortestPath     | f  | 0     | null   |
      | allShortestPaths | e  | 2     | 3      |
      | allShortestPaths | d  | 2     | 2      |

  Scenario: A step that nobody looks at is counted, not walked
    Given an empty graph
    And having executed:
      """
      UNWIND range(1, 3) AS i CREATE (:Actor {name: 'x'})-[:MET]->(:Place)
      """
    When executing query:
      """
      MATCH (a:Actor)-[:MET]->(:Place) RETURN a.name AS name, count(*) AS n
      """
    Then the result should be, in any order:
      | name | n |
      | 'x'  | 3 |

  Scenario Outline: Edges are chosen by their values
    Given an empty graph
    And having executed:
      """
      CREATE (a:A)-[:T {day: 1}]->(:B), (a)-[:T {day: 2}]->(:B), (a)-[:T]->(:B), (a)-[:T {other: 3}]->(:B)
      """
    When executing query:
      """
      MATCH (:A)-[r:T]->(:B) WHERE r.day <test> RETURN count(*) AS n
      """
    Then the result should be, in any order:
      | n   |
      | <n> |

    Examples:
      | test     | n |
      | > 1      | 1 |
      | >= 1     | 2 |
      | < 2      | 1 |
      | <= 2     | 2 |
      | = 2      | 1 |
      | = 2.0    | 1 |
      | <> 2     | 1 |
      | > 'text' | 0 |
      | IS NULL  | 2 |

  Scenario: Rows are sorted, skipped and cut
    Given an empty graph
    When executing query:
      """
      UNWIND [3, 1, 2, 5, 4] AS x RETURN x ORDER BY x DESC SKIP 1 LIMIT 3
      """
    Then the result should be, in order:
      | x |
      | 4 |
      | 3 |
      | 2 |

  Scenario: Optional matches leave nulls
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1})-[:T]->(:B), (:A {n: 2})
      """
    When executing query:
      """
      MATCH (a:A) OPTIONAL MATCH (a)-->(b) RETURN a.n AS n, b
      """
    Then the result should be, in any order:
      | n | b    |
      | 1 | (:B) |
      | 2 | null |
