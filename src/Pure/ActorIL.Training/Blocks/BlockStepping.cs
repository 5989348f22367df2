using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Blocks;

/// <summary>Steps a batch of environments under a drive and records what happened.</summary>
internal static class BlockStepping
{
    /// <param name="environment">What the drive's policies act in.</param>
    /// <param name="environments">Stepped in place.</param>
    /// <param name="drive">How actions are chosen.</param>
    /// <param name="stepCount">T, ≥ 1.</param>
    /// <param name="key">Samples and coin flips; a function of the request alone.</param>
    public static BlockRecording Run(
        EnvironmentEntry environment,
        VectorEnvironment environments,
        Drive drive,
        int stepCount,
        RngKey key
    )
    {
        var recording = new BlockRecording(environments, stepCount, drive.RatesActions);
        var driver = new Driver(environment, drive, environments, key);
        for (var step = 0; step < stepCount; step++)
        {
            var observations = recording.Observations(step);
            environments.Observe(observations);
            recording.ExpertStepCount += driver.Choose(
                step,
                observations,
                recording.Actions(step),
                recording.Ratings(step)
            );
            environments.Step(
                driver.Executed(recording.Actions(step)),
                recording.Rewards,
                recording.Endings,
                recording.Finals
            );
            recording.EndStep(step, environments.Finished);
        }

        environments.Observe(recording.LastObservations);
        return recording;
    }
}
