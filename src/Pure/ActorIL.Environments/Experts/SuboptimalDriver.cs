using System.Runtime.InteropServices;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Experts;

/// <summary>
/// An expert who is not so good. Of a Box action it gives optimality · a + (1 - optimality) · u + noise · h z, clipped:
/// a is the expert's action, u uniform in the space, h half its width, z standard normal. Of a Discrete action it gives
/// the expert's with probability optimality · (1 - noise), else a uniform one.
/// </summary>
/// <remarks>
/// A policy is a function of what it sees, so u and z are drawn from the key folded with a hash of the observation's
/// bits: the same sight gives the same mistake, and sights that differ in one bit give independent ones.
/// </remarks>
internal sealed record SuboptimalDriver : IPolicy
{
    /// <param name="expert">Who would do better; its Box actions have finite bounds.</param>
    /// <param name="optimality">Share of the expert, in [0, 1].</param>
    /// <param name="noise">Standard deviation relative to half the width of the space, or a share; in [0, 1].</param>
    /// <param name="key">What its mistakes are drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is out of its range.</exception>
    /// <exception cref="ArgumentException">Actions are a product of spaces, or without bounds.</exception>
    public SuboptimalDriver(IPolicy expert, double optimality, double noise, RngKey key)
    {
        RequireShare(optimality, nameof(optimality));
        RequireShare(noise, nameof(noise));
        if (!CanSpoil(expert.Actions))
        {
            throw new ArgumentException($"{expert.Name} acts in {expert.Actions}; wanted finite bounds.");
        }

        (Expert, Optimality, Noise, Key) = (expert, optimality, noise, key);
    }

    /// <summary>Whether there are mistakes to draw in such a space: choices, and boxes with finite bounds.</summary>
    public static bool CanSpoil(Space actions) =>
        actions.Match(
            discrete: _ => true,
            box: box => box.Low.Concat(box.High).All(float.IsFinite),
            product: _ => false
        );

    public IPolicy Expert { get; }

    /// <summary>Share of the expert, in [0, 1].</summary>
    public double Optimality { get; }

    /// <summary>In [0, 1].</summary>
    public double Noise { get; }

    public RngKey Key { get; }

    public string Name => $"suboptimal-{Expert.Name}";

    public Space Observations => Expert.Observations;

    public Space Actions => Expert.Actions;

    public int MemorySize => Expert.MemorySize;

    public int WorkspaceSize(int count) => Expert.WorkspaceSize(count);

    public void Remember(ReadOnlySpan<float> actions, int count, Span<float> memory) =>
        Expert.Remember(actions, count, memory);

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A shape disagrees.</exception>
    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    )
    {
        var (seenSize, actionSize) = (Observations.Size, Actions.Size);
        Shape.Require("observations", observations.Length, count, seenSize);
        Shape.Require("actions", actions.Length, count, actionSize);
        Expert.Act(observations, count, memory, workspace, actions);
        for (var i = 0; i < count; i++)
        {
            var seen = observations.Slice(i * seenSize, seenSize);
            Spoil(actions.Slice(i * actionSize, actionSize), Key.Fold(ContentHash.Of(MemoryMarshal.AsBytes(seen))));
        }
    }

    private void Spoil(Span<float> action, RngKey key)
    {
        var bounds = Actions.Match(discrete: _ => null, box: box => (Space.Box?)box, product: _ => null);
        if (bounds is null)
        {
            var isExpert = Draw.Uniform(key, 0) < Optimality * (1 - Noise);
            action[0] = isExpert ? action[0] : Choice(key);
            return;
        }

        for (var component = 0; component < action.Length; component++)
        {
            var own = key.Fold((ulong)component);
            double low = bounds.Low[component],
                high = bounds.High[component];
            var mixed = (Optimality * action[component]) + ((1 - Optimality) * Draw.Uniform(own, 0, low, high));
            var shake = Noise * (high - low) / 2 * NormalDraw.Pair(own, 1).First;
            action[component] = (float)Math.Clamp(mixed + shake, low, high);
        }
    }

    private float Choice(RngKey key) =>
        Actions.Match(discrete: space => Draw.Index(key, 1, space.Count), box: _ => 0, product: _ => 0);

    private static void RequireShare(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "Wanted a number from 0 to 1.");
        }
    }
}
