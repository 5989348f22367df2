namespace ActorIL.Environments.Perturbations;

/// <summary>Times as steps, so that definitions hold for any time step.</summary>
internal static class StepTime
{
    /// <summary>Steps nearest to a time, ≥ 1.</summary>
    /// <param name="seconds">At most an hour.</param>
    /// <param name="timeStep">Seconds a step, ≥ 1e-6.</param>
    public static int Of(double seconds, double timeStep) =>
        (int)Math.Clamp(Math.Round(seconds / timeStep), 1, int.MaxValue / 4.0);
}
