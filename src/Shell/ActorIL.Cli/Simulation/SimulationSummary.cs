using System.Collections.Immutable;
using ActorIL.Actors.Exploration;
using ActorIL.Training.Simulation;

namespace ActorIL.Cli.Simulation;

/// <summary>What all simulations of one call came to.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Baseline">What they were held against.</param>
/// <param name="Results">Each of them, in order, up to the first that failed.</param>
/// <param name="Shrunk">The failing one made smaller; null where all invariants held.</param>
/// <param name="WallTime">Of the simulations alone.</param>
internal sealed record SimulationSummary(
    SimulationRequest Request,
    RunBaseline Baseline,
    ImmutableArray<SimulationResult> Results,
    SimulationResult? Shrunk,
    TimeSpan WallTime
)
{
    public int CountOf(Func<Scenario, bool> isOne) => Results.Count(result => isOne(result.Scenario));

    public int ByKeyCount => CountOf(scenario => !scenario.IsExplored);

    public int RandomCount => CountOf(scenario => scenario.Order.Match(_ => false, _ => true, _ => false, _ => false));

    public int PriorityCount =>
        CountOf(scenario => scenario.Order.Match(_ => false, _ => false, _ => true, _ => false));

    public int GivenCount => CountOf(scenario => scenario.Order.Match(_ => false, _ => false, _ => false, _ => true));

    public long RoundCountMax => Results.Max(result => result.RoundCount);

    public long MailboxMax => Results.Max(result => result.MailboxMax);

    public int CrashCount => Results.Sum(result => result.CrashCount);

    public int FailureCount => Results.Sum(result => result.FailureCount);

    /// <summary>Runs that an unrepairable failure ended, as it should.</summary>
    public int EndedByFailureCount => Results.Count(result => result.Holds && !result.IsCompleted);

    public double PerSecond => WallTime > TimeSpan.Zero ? Results.Length / WallTime.TotalSeconds : 0;

    /// <summary>Other bits than the plain run's are a divergence; any other broken invariant is an error.</summary>
    public ExitCode ExitCode =>
        Shrunk is not { } failed ? ExitCode.Success
        : failed.Broken.Any(broken => broken.Invariant is Invariant.Digest or Invariant.ResultDigest)
            ? ExitCode.Diverged
        : ExitCode.Error;
}
