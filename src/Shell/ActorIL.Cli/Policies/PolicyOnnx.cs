using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Traces;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Statistics;
using ActorIL.Storage.Onnx;

namespace ActorIL.Cli.Policies;

/// <summary>A policy as a model for other runtimes: normaliser, network, and the action it takes.</summary>
internal static class PolicyOnnx
{
    public const string Observations = "observations";
    public const string Actions = "actions";
    public const string Logits = "logits";
    public const string Means = "means";

    /// <summary>The model of a saved policy.</summary>
    /// <param name="saved">What it is.</param>
    /// <param name="policy">How it acts.</param>
    public static OnnxModel Of(SavedPolicy saved, NetworkPolicy policy)
    {
        var drawing = new OnnxDrawing();
        var network = policy.Architecture.Network;
        var parameters = saved.Snapshot.Parameters.Values[..network.ParameterCount].ToArray();
        var normalized = Normalized(drawing, saved.Snapshot.Normalizer);
        var head = new OnnxLayers(drawing, network, parameters).Draw(normalized);
        var outputs = policy.Actions.Match(
            discrete: discrete => Discrete(drawing, head, discrete),
            box: box => Box(drawing, head, box),
            product: _ => throw new InvalidOperationException("No policy has a product of spaces for actions.")
        );
        return new()
        {
            Name = $"{saved.EnvironmentId} {saved.Stage}",
            ProducerVersion = CodeIdentity.Version,
            Inputs = [new OnnxPort(Observations, OnnxItem.Single, [policy.Observations.Size])],
            Outputs = outputs,
            Nodes = drawing.Nodes,
            Tensors = drawing.Tensors,
            Metadata = ImmutableSortedDictionary
                .Create<string, string>(StringComparer.Ordinal)
                .Add("environment", saved.EnvironmentId)
                .Add("stage", saved.Stage)
                .Add("policy_digest", DemonstrationRecord.DigestOf(saved.Snapshot)),
        };
    }

    private static string Normalized(OnnxDrawing drawing, Standardization? normalizer)
    {
        if (normalizer is null)
        {
            return Observations;
        }

        var means = drawing.Constant("normalizer.means", normalizer.Means.AsSpan());
        var factors = drawing.Constant("normalizer.factors", normalizer.Factors.AsSpan());
        var least = drawing.Constant("normalizer.least", [], [-normalizer.Clip]);
        var most = drawing.Constant("normalizer.most", [], [normalizer.Clip]);
        var centred = drawing.Node("Sub", "centred", Observations, means);
        var scaled = drawing.Node("Mul", "scaled", centred, factors);
        return drawing.Node("Clip", "normalized", scaled, least, most);
    }

    private static ImmutableArray<OnnxPort> Discrete(OnnxDrawing drawing, string head, Space.Discrete space)
    {
        var logits = drawing.Node("Identity", Logits, head);
        var attributes = ImmutableSortedDictionary
            .Create<string, long>(StringComparer.Ordinal)
            .Add("axis", 1)
            .Add("keepdims", 0);
        _ = drawing.Node("ArgMax", Actions, [logits], attributes);
        return [new OnnxPort(Actions, OnnxItem.Int64, []), new OnnxPort(Logits, OnnxItem.Single, [space.Count])];
    }

    // Clip takes one bound for all components; Min and Max take one for each.
    private static ImmutableArray<OnnxPort> Box(OnnxDrawing drawing, string head, Space.Box space)
    {
        var means = drawing.Node("Identity", Means, head);
        var low = drawing.Constant("low", space.Low.AsSpan());
        var high = drawing.Constant("high", space.High.AsSpan());
        var above = drawing.Node("Max", "at_least_low", means, low);
        _ = drawing.Node("Min", Actions, above, high);
        return [.. new[] { Actions, Means }.Select(name => new OnnxPort(name, OnnxItem.Single, [space.Size]))];
    }
}
