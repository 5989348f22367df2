using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Numerics.Networks;

namespace ActorIL.Cli.Policies;

/// <summary>
/// What a policy is made of, as texts of its checkpoint. A view of the whole observation and a feed-forward network
/// need none of their own.
/// </summary>
internal static class PolicyModelTexts
{
    public const string HiddenSizesKey = "hidden-sizes";
    public const string ActivationKey = "activation";
    public const string ComponentsKey = "view-components";
    public const string PreviousActionKey = "view-previous-action";
    public const string FramesKey = "view-frames";
    public const string RecurrentKey = "recurrent";
    public const string RecurrentSizeKey = "recurrent-size";

    private const string Yes = "true";

    public static ImmutableSortedDictionary<string, string> Write(PolicyModel model)
    {
        var texts = ImmutableSortedDictionary<string, string>
            .Empty.Add(HiddenSizesKey, Numbers(model.HiddenSizes.Items))
            .Add(ActivationKey, NameOf(model.Activation));
        var view = model.View;
        texts = view.Components.Count > 0 ? texts.Add(ComponentsKey, Numbers(view.Components.Items)) : texts;
        texts = view.PreviousAction ? texts.Add(PreviousActionKey, Yes) : texts;
        texts = view.FrameCount > 1 ? texts.Add(FramesKey, Numbers([view.FrameCount])) : texts;
        return model.Recurrent == RecurrentKind.None
            ? texts
            : texts.Add(RecurrentKey, NameOf(model.Recurrent)).Add(RecurrentSizeKey, Numbers([model.RecurrentSize]));
    }

    public static PolicyModel Read(PolicyReading reading)
    {
        var view = new ObservationView(
            new(reading.HasText(ComponentsKey) ? reading.Sizes(ComponentsKey) : []),
            reading.HasText(PreviousActionKey),
            reading.HasText(FramesKey) ? (int)reading.Number(FramesKey, FramesMax) : 1
        );
        var hiddenSizes = reading.Sizes(HiddenSizesKey);
        var activation = reading.Choice<ActivationFunction>(ActivationKey, NameOf);
        return reading.HasText(RecurrentKey)
            ? new(
                view,
                new(hiddenSizes),
                activation,
                reading.Choice<RecurrentKind>(RecurrentKey, NameOf),
                (int)reading.Number(RecurrentSizeKey, int.MaxValue)
            )
            : new(view, new(hiddenSizes), activation, RecurrentKind.None, RecurrentSize: 0);
    }

    /// <summary>The same on one line, for errors.</summary>
    public static string Of(PolicyModel model) =>
        string.Join(", ", Write(model).Reverse().Select(text => $"{text.Key} {text.Value}"));

    // Far above any use, far below what would overflow.
    private const int FramesMax = 10_000;

    public static string NameOf(ActivationFunction activation) =>
        activation switch
        {
            ActivationFunction.Tanh => "tanh",
            ActivationFunction.Relu => "relu",
            ActivationFunction.Gelu => "gelu",
            ActivationFunction.Silu => "silu",
        };

    private static string NameOf(RecurrentKind recurrent) =>
        recurrent switch
        {
            RecurrentKind.None => "none",
            RecurrentKind.Lstm => "lstm",
            RecurrentKind.Gru => "gru",
        };

    private static string Numbers(ImmutableArray<int> numbers) =>
        string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
