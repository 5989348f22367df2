using ActorIL.Core.Randomness;

namespace ActorIL.Storage.Datasets;

/// <summary>Where episodes come from.</summary>
public abstract record DatasetSource
{
    private DatasetSource() { }

    public abstract T Match<T>(Func<Run, T> run, Func<Import, T> import);

    /// <summary>A policy that was run in the environment, all of it known.</summary>
    public sealed record Run : DatasetSource
    {
        /// <summary>The seed of the run.</summary>
        public required ulong Seed { get; init; }

        /// <summary>The key that episode keys are folded from, by the index of the episode.</summary>
        public required RngKey Key { get; init; }

        /// <summary>The index of the first episode.</summary>
        public required long FirstEpisode { get; init; }

        /// <summary>Episodes there were.</summary>
        public required long EpisodeCount { get; init; }

        /// <summary>Steps after which an episode was cut off; null for whole episodes.</summary>
        public required int? StepsMax { get; init; }

        /// <summary>The policy's stage, or the controller's name.</summary>
        public required string Policy { get; init; }

        /// <summary>The hash of the policy's content; empty for a controller, which is code.</summary>
        public required string PolicyDigest { get; init; }

        /// <summary>The semantic keys as one JSON object: with them the run can be made again.</summary>
        public required string Configuration { get; init; }

        /// <summary>The hash of the configuration's semantic keys.</summary>
        public required string ConfigurationHash { get; init; }

        /// <summary>The program's version.</summary>
        public required string CodeVersion { get; init; }

        /// <summary>The commit it was built from; empty where that is unknown.</summary>
        public required string Commit { get; init; }

        public override T Match<T>(Func<Run, T> run, Func<Import, T> import) => run(this);
    }

    /// <summary>A file from elsewhere.</summary>
    /// <param name="File">Its name.</param>
    /// <param name="FileHash">SHA-256 of its bytes, lower-case hexadecimal.</param>
    public sealed record Import(string File, string FileHash) : DatasetSource
    {
        public override T Match<T>(Func<Run, T> run, Func<Import, T> import) => import(this);
    }
}
