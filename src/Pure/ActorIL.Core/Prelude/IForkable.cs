namespace ActorIL.Core.Prelude;

/// <summary>A computation in parts that share nothing they write, so that their order shows nowhere.</summary>
public interface IForkable
{
    /// <summary>Computes one part.</summary>
    /// <param name="part">Which, from 0.</param>
    void RunPart(int part);
}
