using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Aggrevate;

/// <summary>
/// Costs between the points of a grid over a Box: multilinear in the cell around an action, so that a student's actions
/// are not bound to the points. Working memory of one caller.
/// </summary>
internal sealed class CostInterpolation
{
    private readonly CandidateGrid _grid;
    private readonly Space.Box _box;
    private readonly int[] _strides;
    private readonly int[] _cells;
    private readonly double[] _places;

    /// <param name="grid">Over a Box.</param>
    /// <param name="box">Its space.</param>
    public CostInterpolation(CandidateGrid grid, Space.Box box)
    {
        (_grid, _box) = (grid, box);
        (_strides, _cells, _places) = (new int[box.Size], new int[box.Size], new double[box.Size]);
        var stride = 1;
        for (var component = box.Size - 1; component >= 0; component--)
        {
            _strides[component] = stride;
            stride *= grid.Points[component];
        }
    }

    /// <summary>The cost of an action and how it changes with each component.</summary>
    /// <param name="costs">Of the candidates, shape [at least their count].</param>
    /// <param name="action">Shape [d]; beyond a bound it costs what it costs there.</param>
    /// <param name="slopes">
    /// Written, shape [d]: a unit of return a unit of action; beyond a bound only a slope that leads back.
    /// </param>
    public double At(ReadOnlySpan<float> costs, ReadOnlySpan<float> action, Span<double> slopes)
    {
        var origin = Locate(action);
        slopes.Clear();
        var cost = 0.0;
        for (var corner = 0; corner < 1 << _box.Size; corner++)
        {
            var index = origin;
            for (var component = 0; component < _box.Size; component++)
            {
                index += ((corner >> component) & 1) * _strides[component];
            }

            cost += Share(corner, except: -1) * costs[index];
            for (var component = 0; component < _box.Size; component++)
            {
                var sign = ((corner >> component) & 1) == 1 ? 1.0 : -1.0;
                slopes[component] += sign * Share(corner, component) * costs[index];
            }
        }

        for (var component = 0; component < _box.Size; component++)
        {
            var outward =
                action[component] > _box.High[component] ? -1
                : action[component] < _box.Low[component] ? 1
                : 0;
            var spacing = _grid.Spacing(_box, component);
            var slope = spacing > 0 ? slopes[component] / spacing : 0;
            slopes[component] = outward * slope > 0 ? 0 : slope;
        }

        return cost;
    }

    /// <summary>The cell an action is in, as the index of its first corner; places within it are in [0, 1].</summary>
    private int Locate(ReadOnlySpan<float> action)
    {
        var origin = 0;
        for (var component = 0; component < _box.Size; component++)
        {
            var clipped = Math.Clamp((double)action[component], _box.Low[component], _box.High[component]);
            var spacing = _grid.Spacing(_box, component);
            var place = spacing > 0 ? (clipped - _box.Low[component]) / spacing : 0;
            _cells[component] = Math.Min((int)place, _grid.Points[component] - 2);
            _places[component] = Math.Min(place - _cells[component], 1);
            origin += _cells[component] * _strides[component];
        }

        return origin;
    }

    /// <summary>The weight of a corner, leaving one component out.</summary>
    private double Share(int corner, int except)
    {
        var share = 1.0;
        for (var component = 0; component < _places.Length; component++)
        {
            var place = _places[component];
            share *=
                component == except ? 1
                : ((corner >> component) & 1) == 1 ? place
                : 1 - place;
        }

        return share;
    }
}
