using System.CommandLine;
using ActorIL.Cli.Policies;

namespace ActorIL.Cli.CommandLine;

/// <summary>What a policy is expected to be, for those who say it: its checkpoint knows.</summary>
internal sealed class ExpectationFlags
{
    private readonly Option<string?> _environment = new("--env-id")
    {
        Description = "The environment that the policy is expected to be of; another one is refused.",
        HelpName = "NAME",
    };

    public Option<string[]> HiddenSizes { get; } =
        new("--hidden-dims")
        {
            Description = "The hidden layers that the policy is expected to have; others are refused.",
            HelpName = "N",
            AllowMultipleArgumentsPerToken = true,
        };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_environment);
        verb.Options.Add(HiddenSizes);
    }

    /// <summary>The request with what was typed.</summary>
    public EvaluationRequest Read(ParseResult parsed, EvaluationRequest request) =>
        request with
        {
            EnvironmentId = parsed.GetValue(_environment),
            HiddenSizes = parsed.GetValue(HiddenSizes) is { Length: > 0 } sizes ? string.Join(',', sizes) : null,
        };
}
