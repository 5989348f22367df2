namespace ActorIL.Cli.Tests.Running;

/// <summary>Configurations for tests.</summary>
internal static class SmallExperiments
{
    /// <summary>
    /// The whole main job, as small as it goes: an expert, clones and a DAgger student of a few neurons.
    /// </summary>
    public const string Small = """
        actoril {
          environment.name = "CartPole-v1"
          ppo {
            steps = 1024, environments = 4, blocks = 2, rollout-steps = 64, minibatch-size = 64
            network.hidden = [8], validation { episodes = 4, interval-updates = 2 }
          }
          demonstration.counts = [1, 2]
          bc { updates = 20, network.hidden = [8] }
          dagger { label-counts = [20, 40], updates-per-round = 20, network.hidden = [8] }
          evaluation { episodes = 20, shards = 3 }
        }

        """;

    /// <summary>The same job with an expert that trains until it is told to stop.</summary>
    public const string Endless = Small + "actoril.ppo.steps = 1000000000\n";
}
