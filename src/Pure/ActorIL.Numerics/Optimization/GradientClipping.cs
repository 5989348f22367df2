using ActorIL.Numerics.Reduction;

namespace ActorIL.Numerics.Optimization;

/// <summary>Clipping of a gradient by its global norm, in PyTorch's form.</summary>
public static class GradientClipping
{
    /// <summary>Euclidean norm of a gradient: one flat vector holding every network's share.</summary>
    /// <param name="gradients">Shape [n].</param>
    public static float Norm(ReadOnlySpan<float> gradients) => MathF.Sqrt(LaneReductions.SumOfSquares(gradients));

    /// <summary>The factor min(1, max / (norm + 10⁻⁶)) that a gradient is multiplied by; in [0, 1].</summary>
    /// <param name="norm">Global norm before clipping, at least 0.</param>
    /// <param name="normMax">Largest norm wanted, above 0; infinity for no clipping.</param>
    /// <remarks>Source: Pascanu et al. 2013, arXiv:1211.5063; torch.nn.utils.clip_grad_norm_.</remarks>
    public static float Scale(float norm, float normMax)
    {
        var scale = normMax / (norm + 1e-6f);
        return scale < 1f ? scale : 1f;
    }
}
