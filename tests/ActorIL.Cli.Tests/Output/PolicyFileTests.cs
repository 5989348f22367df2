using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Policies;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;
using ActorIL.Storage.Tensors;

namespace ActorIL.Cli.Tests.Output;

public sealed class PolicyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static SavedPolicy Policy =>
        new(
            "CartPole-v1",
            "expert",
            StageIndex: 3,
            ulong.MaxValue,
            EvaluationEpisodeCount: 20,
            new PolicySnapshot(
                PolicyModel.Mlp([8, 4], ActivationFunction.Relu),
                ParameterBlock.Copy([1f, -2.5f, float.Epsilon]),
                Normalizer: null
            )
        );

    private string File => _folder.Combine("policy.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_policy_reads_back_as_it_was_written()
    {
        PolicyFile.Save(File, Policy).Require();
        var read = PolicyFile.Load(File).Require();
        Assert.Equal(Policy with { Snapshot = read.Snapshot }, read);
        Assert.Equal(Policy.Snapshot.Model, read.Snapshot.Model);
        Assert.Equal(Policy.Snapshot.Parameters, read.Snapshot.Parameters);
        Assert.Null(read.Snapshot.Normalizer);
    }

    [Theory]
    [InlineData(ActivationFunction.Tanh, RecurrentKind.None)]
    [InlineData(ActivationFunction.Gelu, RecurrentKind.Lstm)]
    [InlineData(ActivationFunction.Silu, RecurrentKind.Gru)]
    public void What_a_policy_is_made_of_is_kept(ActivationFunction activation, RecurrentKind recurrent)
    {
        var size = recurrent == RecurrentKind.None ? 0 : 16;
        var model = new PolicyModel(new([2, 0], PreviousAction: true, 3), [8, 4], activation, recurrent, size);
        PolicyFile.Save(File, Policy with { Snapshot = Policy.Snapshot with { Model = model } }).Require();
        Assert.Equal(model, PolicyFile.Load(File).Require().Snapshot.Model);
    }

    [Fact]
    public void The_parameters_of_its_environment_are_kept_and_are_none_by_default()
    {
        var settings = new ParameterSetting[] { new("force", "1e1"), new("note", "a=b") };
        PolicyFile.Save(File, Policy with { Settings = new([.. settings]) }).Require();
        Assert.Equal(settings, PolicyFile.Load(File).Require().Settings);
        PolicyFile.Save(File, Policy).Require();
        Assert.Empty(PolicyFile.Load(File).Require().Settings);
        Assert.DoesNotContain(PolicyFile.SettingsKey, PolicyCheckpoint.Load(File).Require().Metadata.Keys);
    }

    [Fact]
    public void The_statistics_of_the_normaliser_are_kept()
    {
        var normalizer = new Standardization([1f, 2f], [0.5f, 4f], 10f);
        PolicyFile.Save(File, Policy with { Snapshot = Policy.Snapshot with { Normalizer = normalizer } }).Require();
        Assert.Equal(normalizer, PolicyFile.Load(File).Require().Snapshot.Normalizer);
    }

    [Theory]
    [InlineData(PolicyFile.StageIndexKey, "-1")]
    [InlineData(PolicyModelTexts.HiddenSizesKey, "8,x")]
    [InlineData(PolicyModelTexts.ActivationKey, "relux")]
    [InlineData(PolicyFile.EvaluationSeedKey, "many")]
    [InlineData(PolicyFile.EvaluationEpisodesKey, "99999999999")]
    public void A_damaged_text_is_explained(string key, string text)
    {
        PolicyFile.Save(File, Policy).Require();
        var content = PolicyCheckpoint.Load(File).Require();
        PolicyCheckpoint.Save(File, new(content.Tensors.Items, content.Metadata.SetItem(key, text))).Require();
        var error = PolicyFile.Load(File).Match(_ => "", error => error.ToString());
        Assert.StartsWith($"{File}, metadata {key}: found \"{text}\"; wanted ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_text_is_explained()
    {
        PolicyCheckpoint.Save(File, new([], ImmutableSortedDictionary<string, string>.Empty)).Require();
        var error = PolicyFile.Load(File).Match(_ => "", error => error.ToString());
        Assert.Contains("no metadata 'environment'", error, StringComparison.Ordinal);
    }
}
