using System.CommandLine;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.CommandLine;

/// <summary>The flags that choose deliveries of a trace.</summary>
internal sealed class FilterFlags
{
    /// <summary>What the help of a verb with these flags says of them.</summary>
    public const string Notes = """
        GLOB: * stands for any text, ? for one character. --actor takes deliveries to and from the actors; --message
          takes names with or without case and version: learner-message, learner-message.rolled, *.rolled/1.
        KEY: an ordinal (1234), a round (17.3), update:N (where something was learned for the N-th time), episode:N
          (the rollout in which the N-th training episode ended), or a whole key as `trace show` prints it.
        EXPR: FIELD OP VALUE, joined with `and`. FIELD is a path into the payload (rolled.collected.returns[0]) or
          ordinal, tick, micro, cause, from, to, message, hash, size; OP is = != < <= > >= contains.

        """;

    private readonly Option<string?> _actor = Of("--actor", "GLOB", "Only deliveries to or from these actors.");
    private readonly Option<string?> _message = Of("--message", "GLOB", "Only messages of these types.");
    private readonly Option<string?> _from = Of("--from", "KEY", "Only from here on.");
    private readonly Option<string?> _to = Of("--to", "KEY", "Only up to here, this one included.");
    private readonly Option<string?> _where = Of("--where", "EXPR", "Only where this is true.");

    public void AddTo(Command verb)
    {
        foreach (var option in new[] { _actor, _message, _from, _to, _where })
        {
            verb.Options.Add(option);
        }
    }

    public FilterRequest Read(ParseResult parsed) =>
        new(
            parsed.GetValue(_actor),
            parsed.GetValue(_message),
            parsed.GetValue(_from),
            parsed.GetValue(_to),
            parsed.GetValue(_where)
        );

    private static Option<string?> Of(string name, string form, string description) =>
        new(name) { Description = description, HelpName = form };
}
