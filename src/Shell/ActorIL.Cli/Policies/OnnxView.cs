using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;

namespace ActorIL.Cli.Policies;

/// <summary>What a policy sees, as operations: components, its previous action, the frames before this one.</summary>
/// <param name="drawing">Where they go.</param>
/// <param name="architecture">Whose view.</param>
/// <param name="memory">The name of the policy's memory; empty for a policy that does not remember.</param>
internal sealed class OnnxView(OnnxDrawing drawing, PolicyArchitecture architecture, string memory)
{
    private readonly int _actionSize = architecture.Model.View.PreviousAction ? architecture.Actions.Size : 0;

    private int FramesSize => architecture.ViewMemorySize - _actionSize;

    /// <summary>The features of an observation.</summary>
    /// <param name="observations">Its name.</param>
    public string See(string observations)
    {
        var view = architecture.Model.View;
        if (view.IsFull)
        {
            return observations;
        }

        var parts = ImmutableArray.CreateBuilder<string>();
        if (FramesSize > 0)
        {
            parts.Add(drawing.Columns("frames_before", memory, _actionSize, FramesSize));
        }

        parts.Add(view.Components.Count == 0 ? observations : Components(observations, [.. view.Components]));
        if (_actionSize > 0)
        {
            parts.Add(drawing.Columns("previous_action", memory, 0, _actionSize));
        }

        return drawing.Join("features", parts.ToImmutable());
    }

    /// <summary>What is to be remembered of the view, in order.</summary>
    /// <param name="features">What <see cref="See"/> gave.</param>
    /// <param name="actions">The name of the actions taken, as floats, a row for each of the batch.</param>
    public ImmutableArray<string> Memories(string features, Func<string> actions)
    {
        var memories = ImmutableArray.CreateBuilder<string>();
        if (_actionSize > 0)
        {
            memories.Add(actions());
        }

        if (FramesSize > 0)
        {
            var start = architecture.FeatureCount - FramesSize;
            memories.Add(drawing.Columns("frames_now", features, start, FramesSize));
        }

        return memories.ToImmutable();
    }

    private string Components(string observations, ImmutableArray<int> components)
    {
        var parts = components.Select(
            (component, index) => drawing.Columns($"component{RowName(index)}", observations, component, 1)
        );
        return drawing.Join("components", [.. parts]);
    }

    private static string RowName(int index) => Datasets.RowPlace.Number(index);
}
