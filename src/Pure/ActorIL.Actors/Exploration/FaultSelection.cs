namespace ActorIL.Actors.Exploration;

/// <summary>Which kinds of faults simulations may have.</summary>
/// <param name="Crashes">Injected crashes, which no digest shows.</param>
/// <param name="Failures">Behaviours that throw.</param>
/// <param name="Results">Results from outside that come late or twice.</param>
public readonly record struct FaultSelection(bool Crashes, bool Failures, bool Results)
{
    public static FaultSelection None => default;
}
