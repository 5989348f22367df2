using System.Globalization;
using ActorIL.Core.Contracts;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Outside;

/// <summary>Whether numbers from outside are such as the spaces promise.</summary>
internal static class ObservationCheck
{
    /// <exception cref="RowFailureException">It lies outside the space; the message names the component.</exception>
    public static void Require(Space space, int row, ReadOnlySpan<float> observation)
    {
        if (space.Contains(observation))
        {
            return;
        }

        var at = 0;
        for (var i = 0; i < observation.Length && at == i; i++)
        {
            at += IsWithin(space, i, observation[i]) ? 1 : 0;
        }

        throw new RowFailureException(
            row,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Component {at} of the observation is {observation[Math.Min(at, observation.Length - 1)]}; "
            ) + $"wanted one in {SpaceText.Of(space)}."
        );
    }

    /// <exception cref="RowFailureException">It is not finite.</exception>
    public static void RequireReward(int row, double reward)
    {
        if (!double.IsFinite(reward))
        {
            throw new RowFailureException(
                row,
                string.Create(CultureInfo.InvariantCulture, $"The reward is {reward}; wanted a finite one.")
            );
        }
    }

    /// <summary>Whether one component lies where its space has it.</summary>
    private static bool IsWithin(Space space, int index, float number) =>
        space.Match(
            discrete: choice => choice.Contains([number]),
            box: bounds => number >= bounds.Low[index] && number <= bounds.High[index],
            product: product =>
            {
                foreach (var part in product.Parts)
                {
                    if (index < part.Size)
                    {
                        return IsWithin(part, index, number);
                    }

                    index -= part.Size;
                }

                return false;
            }
        ) && float.IsFinite(number);
}
