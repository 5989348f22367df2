namespace ActorIL.PluginTesting;

/// <summary>
/// The source of a plug-in that brings Drift-v0: a point on a line that three actions move. Parts can be replaced to
/// plant mistakes.
/// </summary>
public sealed record DriftSource
{
    /// <summary>A plug-in without mistakes.</summary>
    public static DriftSource Good { get; } = new();

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "drift";

    /// <summary>Its version.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>The name of its environment.</summary>
    public string Environment { get; init; } = "Drift-v0";

    /// <summary>Statements at the beginning of each step; `position` and `reward` are what comes of it.</summary>
    public string Step { get; init; } = "";

    /// <summary>Statements at the end of each observation.</summary>
    public string Observe { get; init; } = "";

    /// <summary>Statements of the plug-in's constructor.</summary>
    public string Constructor { get; init; } = "";

    /// <summary>More members of the environment.</summary>
    public string Members { get; init; } = "";

    /// <summary>More of the file, before its types.</summary>
    public string Head { get; init; } = "";

    /// <summary>What the plug-in's Entries are.</summary>
    public string Entries { get; init; } = "new() { Environments = [Entry] }";

    /// <summary>The whole file.</summary>
    public string Text => Beginning + Records + World + Controller + Plugin;

    private string Beginning =>
        $$"""
            using ActorIL.Core.Contracts;
            using ActorIL.Core.Experience;
            using ActorIL.Core.Fields;
            using ActorIL.Core.Randomness;
            using ActorIL.Core.Spaces;
            using ActorIL.Environments;
            using ActorIL.Environments.Combinators;
            using ActorIL.Plugins;
            {{Head}}

            namespace Drifting;

            """;

    private static string Records =>
        """
            public readonly record struct DriftParams() : IFields<DriftParams>
            {
                public static TypeName Name => new("drift-params", 1);

                public double Pace { get; init; } = 0.5;

                public static DriftParams Fields<TVisitor>(scoped ref TVisitor visitor, DriftParams value)
                    where TVisitor : IFieldVisitor, allows ref struct
                {
                    var pace = value.Pace;
                    visitor.Field(1, "pace", ref pace);
                    return TVisitor.Rebuilds ? new() { Pace = pace } : value;
                }
            }

            public readonly record struct DriftState(double Position) : IFields<DriftState>
            {
                public static TypeName Name => new("drift-state", 1);

                public static DriftState Fields<TVisitor>(scoped ref TVisitor visitor, DriftState value)
                    where TVisitor : IFieldVisitor, allows ref struct
                {
                    var position = value.Position;
                    visitor.Field(1, "position", ref position);
                    return TVisitor.Rebuilds ? new(position) : value;
                }
            }

            """;

    private string World =>
        $$"""
            public readonly struct Drift : IEnvironment<DriftParams, DriftState>
            {
                internal static Space Seen { get; } = new Space.Box([-20f], [20f]);

                public static Space Observations(in DriftParams parameters) => Seen;

                public static Space Actions(in DriftParams parameters) => new Space.Discrete(3);

                public static DriftState Reset(in DriftParams parameters, RngKey key) =>
                    new(Draw.Uniform(key, 0, -1, 1));

                public static StepResult<DriftState> Step(
                    in DriftParams parameters, in DriftState state, ActionView action, RngKey key)
                {
                    var position = state.Position + (parameters.Pace * (action.Index - 1));
                    var reward = -Math.Abs(position);
                    {{Step}}
                    return StepResult.Continue(new DriftState(position), reward);
                }

                public static void Observe(in DriftParams parameters, in DriftState state, Span<float> observation)
                {
                    observation[0] = (float)state.Position;
                    {{Observe}}
                }

                {{Members}}
            }

            """;

    private static string Controller =>
        """
            public sealed record DriftController : IPolicy
            {
                public string Name => "scripted-drift";

                public Space Observations => Drift.Seen;

                public Space Actions => new Space.Discrete(3);

                public int WorkspaceSize(int count) => 0;

                public void Act(
                    ReadOnlySpan<float> observations, int count, Span<float> memory, Span<float> workspace,
                    Span<float> actions)
                {
                    for (var i = 0; i < count; i++)
                    {
                        actions[i] = observations[i] > 0.25f ? 0f : observations[i] < -0.25f ? 2f : 1f;
                    }
                }
            }

            """;

    private string Plugin =>
        $$"""
            public sealed class DriftPlugin : IPlugin
            {
                public DriftPlugin()
                {
                    {{Constructor}}
                }

                public string Name => "{{Name}}";

                public string Version => "{{Version}}";

                public PluginEntries Entries => {{Entries}};

                internal static EnvironmentEntry Entry =>
                    new EnvironmentEntry(
                        TimeLimit<Drift, DriftParams, DriftState>.Module(
                            "{{Environment}}", "Stay near the middle of a line.", new DriftParams(), 20))
                    .WithController(new DriftController());
            }

            """;
}
