using System.Globalization;
using System.Text.Json;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>What a perturbation is, in words, for `env describe` and below the rates of `eval --perturb`.</summary>
internal static class PerturbationText
{
    public static string Of(IPerturbation perturbation)
    {
        var terms = perturbation.Terms;
        return $"  wide starts   {terms.WideStart}\n"
            + $"  push          {terms.Push}\n"
            + string.Create(
                CultureInfo.InvariantCulture,
                $"                after {terms.PushFrom} to {terms.PushUntil} steps, drawn for each episode\n"
            )
            + $"  recovered     {terms.Recovery}\n";
    }

    /// <summary>The same as a field, null where there is none.</summary>
    public static void Write(Utf8JsonWriter writer, IPerturbation? perturbation)
    {
        if (perturbation?.Terms is not { } terms)
        {
            writer.WriteNull("perturbation");
            return;
        }

        writer.WriteStartObject("perturbation");
        writer.WriteString("wide_start", terms.WideStart);
        writer.WriteString("push", terms.Push);
        writer.WriteString("recovery", terms.Recovery);
        writer.WriteNumber("push_from", terms.PushFrom);
        writer.WriteNumber("push_until", terms.PushUntil);
        writer.WriteNumber("recovery_steps", terms.RecoverySteps);
        writer.WriteEndObject();
    }
}
