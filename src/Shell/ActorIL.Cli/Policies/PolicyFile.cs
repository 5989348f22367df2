using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Statistics;
using ActorIL.Storage.Tensors;

namespace ActorIL.Cli.Policies;

/// <summary>A trained policy on disk: what the tensors and texts of its checkpoint mean.</summary>
internal static class PolicyFile
{
    public const string Parameters = "parameters";
    public const string Means = "normalizer.means";
    public const string Factors = "normalizer.factors";
    public const string ClipTensor = "normalizer.clip";
    public const string EnvironmentKey = "environment";
    public const string SettingsKey = "environment-parameters";
    public const string OutsideKey = "environment-outside";
    public const string StageKey = "stage";
    public const string StageIndexKey = "stage-index";
    public const string EvaluationSeedKey = "evaluation-seed";
    public const string EvaluationEpisodesKey = "evaluation-episodes";

    public static Result<string, Error> Save(string path, SavedPolicy policy) =>
        PolicyCheckpoint.Save(path, new CheckpointContent(Tensors(policy.Snapshot), Texts(policy)));

    public static Result<SavedPolicy, Error> Load(string path) =>
        Path.Exists(path)
            ? PolicyCheckpoint.Load(path).Then(content => Read(content, path))
            : Result.Failure<SavedPolicy, Error>(
                new(
                    path,
                    "no such file or folder",
                    "a run directory, or a policy's checkpoint",
                    "Check the path for a typing error."
                )
            );

    /// <summary>The same of a stream.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="where">The file, as errors show it.</param>
    public static Result<SavedPolicy, Error> Load(Stream stream, string where) =>
        PolicyCheckpoint.Load(stream, where).Then(content => Read(content, where));

    private static Result<SavedPolicy, Error> Read(CheckpointContent content, string path)
    {
        var reading = new PolicyReading(path, content);
        var policy = new SavedPolicy(
            reading.Text(EnvironmentKey),
            reading.Text(StageKey),
            (int)reading.Number(StageIndexKey, int.MaxValue),
            reading.Number(EvaluationSeedKey, ulong.MaxValue),
            (int)reading.Number(EvaluationEpisodesKey, int.MaxValue),
            new PolicySnapshot(
                PolicyModelTexts.Read(reading),
                ParameterBlock.Copy(reading.Floats(Parameters).AsSpan()),
                reading.Has(Means) ? Standardization(reading) : null
            )
        )
        {
            Settings = new(content.Metadata.ContainsKey(SettingsKey) ? reading.Settings(SettingsKey) : []),
            Outside = content.Metadata.ContainsKey(OutsideKey) ? reading.Text(OutsideKey) : "",
        };
        return reading.Problem is { } problem
            ? Result.Failure<SavedPolicy, Error>(problem)
            : Result.Success<SavedPolicy, Error>(policy);
    }

    private static Standardization Standardization(PolicyReading reading) =>
        new(reading.Floats(Means), reading.Floats(Factors), reading.Floats(ClipTensor) is [var clip] ? clip : 0);

    private static ImmutableArray<Tensor> Tensors(PolicySnapshot snapshot)
    {
        var parameters = Vector(Parameters, EquatableArray.Create(snapshot.Parameters.Values));
        return snapshot.Normalizer is not { } normalizer
            ? [parameters]
            :
            [
                parameters,
                Vector(Means, normalizer.Means),
                Vector(Factors, normalizer.Factors),
                Vector(ClipTensor, [normalizer.Clip]),
            ];
    }

    private static Tensor.Float32 Vector(string name, EquatableArray<float> values) =>
        new(name, [values.Count], values);

    private static ImmutableSortedDictionary<string, string> Texts(SavedPolicy policy) =>
        PolicyModelTexts
            .Write(policy.Snapshot.Model)
            .AddRange(Settings(policy))
            .AddRange(Outside(policy))
            .Add(EnvironmentKey, policy.EnvironmentId)
            .Add(StageKey, policy.Stage)
            .Add(StageIndexKey, Number(policy.StageIndex))
            .Add(EvaluationSeedKey, Number(policy.EvaluationSeed))
            .Add(EvaluationEpisodesKey, Number(policy.EvaluationEpisodeCount));

    // Most policies are of an environment as it is shipped; nothing says so in their files.
    private static ImmutableSortedDictionary<string, string> Settings(SavedPolicy policy) =>
        policy.Settings.Count == 0
            ? ImmutableSortedDictionary<string, string>.Empty
            : ImmutableSortedDictionary<string, string>.Empty.Add(
                SettingsKey,
                string.Join('\n', policy.Settings.Select(setting => $"{setting.Name}={setting.Text}"))
            );

    private static ImmutableSortedDictionary<string, string> Outside(SavedPolicy policy) =>
        policy.Outside.Length == 0
            ? ImmutableSortedDictionary<string, string>.Empty
            : ImmutableSortedDictionary<string, string>.Empty.Add(OutsideKey, policy.Outside);

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
