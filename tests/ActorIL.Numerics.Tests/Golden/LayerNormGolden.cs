using ActorIL.Core.Prelude;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>layernorm: one layer, its loss and every gradient.</summary>
internal static class LayerNormGolden
{
    public static void Check(GoldenFile file)
    {
        var (x, rowCount, size) = (file.Array("x"), file.Shape("x")[0], file.Shape("x")[1]);
        var specification = NetworkSpecification
            .Create(size, [new Layer.LayerNorm(size, file.Number("eps"))])
            .Require();
        var parameters = file.Flat("params");
        var workspace = new float[Network.WorkspaceLength(specification, rowCount)];
        var (output, slopes) = (new float[x.Length], new float[x.Length]);
        Network.Forward(specification, parameters, x, rowCount, workspace, output);
        file.HoldsArray("out", output);
        file.HoldsNumber("loss", MeanSquaredError.Evaluate(output, file.Array("target"), slopes));
        var (gradient, inputGradient) = (new float[parameters.Length], new float[x.Length]);
        Network.Backward(specification, parameters, x, rowCount, workspace, slopes, gradient, inputGradient);
        file.HoldsFlat("grads", gradient);
        file.HoldsArray("grad_x", inputGradient);
    }
}
