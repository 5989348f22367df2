using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments;

/// <summary>One environment of a catalog with what comes with it.</summary>
public sealed record EnvironmentEntry
{
    /// <param name="module">
    /// The environment; without a controller and Gymnasium's starts until they are added.
    /// </param>
    public EnvironmentEntry(EnvironmentModule module)
    {
        Module = module;
        Controller = Result.Failure<IPolicy, Error>(
            new(module.Id, "no scripted controller", "one in its catalog entry", "Train the expert instead.")
        );
        GymnasiumSeeded = Result.Failure<EnvironmentModule, Error>(
            new(module.Id, "no Gymnasium counterpart", "one in its catalog entry", "Use the default seeding.")
        );
    }

    public EnvironmentModule Module { get; }

    /// <summary>Name and version, such as CartPole-v1.</summary>
    public string Id => Module.Id;

    /// <summary>The hand-written expert, or an error that says there is none.</summary>
    public Result<IPolicy, Error> Controller { get; private init; }

    /// <summary>Virtual seconds of one step, &gt; 0: what the time line of a trace counts in.</summary>
    public double StepSeconds { get; private init; } = 0.001;

    /// <summary>The same environment with Gymnasium's start states, each key's value being the seed.</summary>
    public Result<EnvironmentModule, Error> GymnasiumSeeded { get; private init; }

    public EnvironmentEntry WithController(IPolicy controller) =>
        this with
        {
            Controller = Result.Success<IPolicy, Error>(controller),
        };

    public EnvironmentEntry WithStepSeconds(double seconds) =>
        this with
        {
            StepSeconds = seconds is > 0 and <= 1e6
                ? seconds
                : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "Wanted more than 0, at most 1e6."),
        };

    public EnvironmentEntry WithGymnasiumSeeded(EnvironmentModule module) =>
        this with
        {
            GymnasiumSeeded = Result.Success<EnvironmentModule, Error>(module),
        };
}
