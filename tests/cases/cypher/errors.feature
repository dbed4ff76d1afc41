Feature: Errors

  Scenario Outline: A query that cannot be meant is refused before it runs
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                                                   | detail                          |
      | MATCH (a RETURN a                                       | UnexpectedSyntax                |
      | MATCH (a)                                               | UnexpectedSyntax                |
      | RETURN                                                  | UnexpectedSyntax                |
      | RETURN 1 +                                              | UnexpectedSyntax                |
      | RETURN 'open                                            | UnexpectedSyntax                |
      | RETURN b                                                | UndefinedVariable               |
      | MATCH (a) WITH a.x RETURN 1 AS one                      | NoExpressionAlias               |
      | RETURN 1 AS a, 2 AS a                                   | ColumnNameConflict              |
      | RETURN nosuch(1)                                        | UnknownFunction                 |
      | RETURN size(1, 2)                                       | InvalidNumberOfArguments        |
      | MATCH (a)-[r]->(b) MATCH (r) RETURN r                   | VariableTypeConflict            |
      | MATCH (a)-[r]->()-[r]->(b) RETURN r                     | RelationshipUniquenessViolation |
      | MATCH (a) WHERE count(a) > 1 RETURN a                   | InvalidAggregation              |
      | RETURN count(count(*))                                  | NestedAggregation               |
      | RETURN 1 AS a UNION RETURN 2 AS b                       | DifferentColumnsInUnion         |
      | MATCH (n) RETURN n LIMIT -1                             | NegativeIntegerArgument         |
      | RETURN 9223372036854775808                              | IntegerOverflow                 |
      | MATCH (a:A) MATCH (a)-[:LIKES..]->(c) RETURN c.name | InvalidRelationshipPattern |
      | MATCH (a:A) MATCH (a)-[:LIKES*-2]->(c) RETURN c.name | InvalidRelationshipPattern |
      | RETURN 1 AS a, 2 AS a | ColumnNameConflict |
      | WITH 1 AS a, 2 AS a RETURN a | ColumnNameConflict |
      | MATCH (a) WITH a, count(*) RETURN a | NoExpressionAlias |
      | MATCH (n) RETURN n LIMIT -1 | NegativeIntegerArgument |
      | MATCH (n) RETURN n LIMIT 1.7 | InvalidArgumentType |
      | MATCH (n) RETURN n LIMIT n.count | NonConstantExpression |
      | MATCH (n) RETURN n SKIP n.count | NonConstantExpression |
      | MATCH (a) WITH a.age AS x ORDER BY b RETURN x | UndefinedVariable |
      | MATCH (a) WITH a.division AS d, count(*) AS c ORDER BY a.age RETURN d | UndefinedVariable |
      | MATCH (n) RETURN n.age ORDER BY count(*) | InvalidAggregation |
      | MATCH (me)--(you) RETURN me.age + you.age + count(*) | AmbiguousAggregationExpression |
      | RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a | InvalidClauseComposition |
      | RETURN 1 AS a UNION ALL RETURN 2 AS b | DifferentColumnsInUnion |
      | RETURN 123 XOR true | InvalidArgumentType |
      | RETURN [] AND true | InvalidArgumentType |
      | RETURN NOT {} | InvalidArgumentType |
      | RETURN NOT 's' AS x | InvalidArgumentType |
      | MATCH p = (a)-[*]->(b) RETURN size(p) | InvalidArgumentType |
      | MATCH (a), (b) RETURN size( (a)-[]->(b) ) | UnexpectedSyntax |
      | MATCH (a) RETURN (a)-->() | UnexpectedSyntax |
      | MATCH (a) WITH (a)-->() AS x RETURN x | UnexpectedSyntax |
      | MATCH (a) WHERE (a)-[r]->(b) RETURN a | UndefinedVariable |
      | RETURN [, ] | UnexpectedSyntax |
      | RETURN [1,2 | UnexpectedSyntax |
      | RETURN [[[] | UnexpectedSyntax |
      | RETURN {a} | UnexpectedSyntax |
      | RETURN {a: } | UnexpectedSyntax |
      | RETURN {, } | UnexpectedSyntax |
      | RETURN [1,,2] | UnexpectedSyntax |
      | RETURN 'a | UnexpectedSyntax |
      | MATCH (n) RETURN n, | UnexpectedSyntax |
      | RETURN 1 2 | UnexpectedSyntax |
      | MATCH (:n)-->()<--(m:) RETURN m | UnexpectedSyntax |
      | RETURN $ | UnexpectedSyntax |
      | MATCH (n WHERE n.a RETURN n | UnexpectedSyntax |
      | RETURN 0x1G | InvalidNumberLiteral |
      | RETURN {1: 2} | UnexpectedSyntax |
      | MATCH p = (a) RETURN labels(p) AS l | InvalidArgumentType |
      | MATCH (r) RETURN type(r) | InvalidArgumentType |
      | MATCH (r) RETURN length(r) | InvalidArgumentType |
      | MATCH (a)-[r]->()-[r]->() RETURN r | RelationshipUniquenessViolation |
      | MATCH (n $param) RETURN n | InvalidParameterUse |
      | MATCH ()-[r:FOO $param]->() RETURN r | InvalidParameterUse |
      | MATCH (a) WHERE count(a) > 10 RETURN a | InvalidAggregation |
      | MATCH (n) RETURN [x IN [1, 2] \| count(*)] | InvalidAggregation |
      | MATCH () RETURN * | NoVariablesInScope |
      | RETURN count(rand()) | NonConstantExpression |
      | RETURN 9223372036854775808 | IntegerOverflow |
      | RETURN 1.34E999 | FloatingPointOverflow |
      | RETURN '\uH' | InvalidUnicodeLiteral |
      | RETURN 42 — 41 | InvalidUnicodeCharacter |
      | RETURN foo(1) | UnknownFunction |
      | RETURN none(x IN ['Clara'] WHERE 7 = x % 2) | InvalidArgumentType |
      | MATCH (a) RETURN type(a, 1) | InvalidNumberOfArguments |

  Scenario Outline: A value that does not fit fails when it is met
    Given any graph
    When executing query:
      """
      WITH <value> AS value
      RETURN <expression>
      """
    Then a <type> should be raised at runtime: <detail>

    Examples:
      | value                | expression         | type            | detail               |
      | 9223372036854775807  | value + 1          | ArithmeticError | IntegerOverflow      |
      | 0                    | 1 / value          | ArithmeticError | DivisionByZero       |
      | [1, 'a'][1]          | value % 2          | TypeError       | InvalidArgumentType  |
      | [1, [2]][1]          | toInteger(value)   | TypeError       | InvalidArgumentValue |
      | 0                    | range(1, 2, value) | ArgumentError   | NumberOutOfRange     |
      | '2025-13-01'         | date(value)        | ArgumentError   | InvalidArgumentValue |

  Scenario: A parameter that is not given
    Given any graph
    When executing query:
      """
      RETURN $missing
      """
    Then a ParameterMissing should be raised at runtime: MissingParameter
