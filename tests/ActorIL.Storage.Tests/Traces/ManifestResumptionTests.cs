using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>A manifest is rewritten in place however often its run goes on.</summary>
public class ManifestResumptionTests
{
    private const int ResumptionCount = 1_000;

    [Fact]
    public void A_manifest_keeps_its_length_with_the_first_and_the_latest_resumptions()
    {
        var manifest = Manifest;
        for (var i = 1; i <= ResumptionCount; i++)
        {
            manifest = ManifestText.Resumed(manifest, new(i, "2026-01-01T00:00:00Z", "0.1.0"));
            Assert.Equal(LengthOf(Manifest), LengthOf(manifest));
        }

        Assert.Equal(1, manifest.Resumptions[0].Ordinal);
        Assert.Equal(ResumptionCount, manifest.Resumptions[^1].Ordinal);
        Assert.Equal(
            manifest.Resumptions.Skip(1).Select((_, index) => manifest.Resumptions[1].Ordinal + index),
            manifest.Resumptions.Skip(1).Select(resumption => resumption.Ordinal)
        );
        var read = ManifestText.Read("trace", ManifestText.Entries(manifest)).Require();
        Assert.Equal(manifest.Resumptions, read.Resumptions);
    }

    [Fact]
    public void Some_hundreds_of_resumptions_are_all_kept()
    {
        var manifest = Enumerable
            .Range(1, 200)
            .Aggregate(
                Manifest,
                (before, ordinal) =>
                    ManifestText.Resumed(
                        before,
                        new(ordinal, ordinal.ToString(CultureInfo.InvariantCulture), CodeVersion: "0.1.0")
                    )
            );
        Assert.Equal(200, manifest.Resumptions.Length);
    }

    private static TraceManifest Manifest { get; } =
        new()
        {
            FormatVersion = TraceManifest.FormatVersionNow,
            Seed = 1,
            Level = TraceLevel.Actions,
            Configuration = "actoril { }",
            SemanticHash = "0123456789abcdef",
            Environment = "CartPole-v1",
            TickNanoseconds = 20_000_000,
            Behaviors = [],
            Messages = [],
            NumericProbe = "0123456789abcdef",
            CodeVersion = "0.1.0",
            Commit = "",
            Host = "parallel",
            Workers = 1,
            StartedAt = "2026-01-01T00:00:00Z",
            Resumptions = [],
            Parent = null,
        };

    private static int LengthOf(TraceManifest manifest) =>
        ManifestText.Entries(manifest).Entries.AsEnumerable().Sum(entry => entry.Key.Length + entry.Value.Length);
}
