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
