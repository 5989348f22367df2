using System.Globalization;
using ActorIL.Core.Contracts;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Combinators;

namespace ActorIL.Environments.Stepping;

/// <summary>Holds the observations of an environment that nobody knows against their space.</summary>
internal sealed class ObservationGuard
{
    private readonly Space _space;

    private ObservationGuard(Space space) => _space = space;

    /// <summary>The guard of an environment that wants one; null for others.</summary>
    public static ObservationGuard? Of(EnvironmentModule module) => module.IsGuarded ? new(module.Observations) : null;

    /// <summary>Whether all of these lie in the space, shape [n, observation size].</summary>
    public bool Contains(ReadOnlySpan<float> observations)
    {
        for (var start = 0; start < observations.Length; start += _space.Size)
        {
            if (!_space.Contains(observations.Slice(start, _space.Size)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses an observation outside of the space, shape [observation size].</summary>
    /// <exception cref="InvalidOperationException">It lies outside; the message names the component.</exception>
    public void Require(ReadOnlySpan<float> observation)
    {
        if (!_space.Contains(observation))
        {
            throw new InvalidOperationException(Outside(observation));
        }
    }

    private string Outside(ReadOnlySpan<float> observation)
    {
        var (low, high) = SpaceBounds.Of(_space);
        for (var i = 0; i < observation.Length; i++)
        {
            if (!(observation[i] >= low[i] && observation[i] <= high[i]))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"The observation lies outside of its space. Component {i} is {observation[i]}, "
                        + $"not from {low[i]} to {high[i]}."
                );
            }
        }

        return $"The observation lies outside of its space, {_space}.";
    }
}
