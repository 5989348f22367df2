using ActorIL.Numerics.Optimization;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>adam-clip: steps of Adam on two tensors as one flat vector, clipped by the norm over both.</summary>
internal static class AdamGolden
{
    public static void Check(GoldenFile file)
    {
        var (w, b) = (file.Array("w0"), file.Array("b0"));
        float[] parameters = [.. w, .. b];
        var (first, second) = (new float[parameters.Length], new float[parameters.Length]);
        var betas = file.Numbers("betas");
        var settings = new AdamSettings(betas[0], betas[1], file.Number("eps"));
        var stepIndex = 0;
        foreach (var step in file.Objects("steps"))
        {
            float[] gradients = [.. step.Array("grad_w"), .. step.Array("grad_b")];
            var norm = GradientClipping.Norm(gradients);
            step.HoldsNumber("norm", norm);
            var scale = GradientClipping.Scale(norm, file.Number("max_norm"));
            stepIndex++;
            Adam.Step(in settings, file.Number("lr"), stepIndex, scale, gradients, first, second, parameters);
            step.HoldsArray("w", parameters.AsSpan(0, w.Length));
            step.HoldsArray("b", parameters.AsSpan(w.Length));
        }
    }
}
