using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Tests.Output;

public class ErrorTextTests
{
    [Fact]
    public void An_error_says_where_what_was_found_what_was_wanted_and_what_to_do() => Assert.Equal(
        """
        error: a.conf:3:5: actoril.seed
          found:  -1
          wanted: a whole number
          Correct the value.
        error: b
          found:  x
          wanted: y
          Z.

        """.ReplaceLineEndings("\n"),
        ErrorText.Render(
            new Error("a.conf:3:5: actoril.seed", "-1", "a whole number", "Correct the value."),
            new Error("b", "x", "y", "Z.")));
}
