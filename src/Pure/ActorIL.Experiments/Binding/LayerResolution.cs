using ActorIL.Core.Prelude;
using ActorIL.Experiments.Resolved;
using ActorIL.Hocon;
using ActorIL.Hocon.Reading;

namespace ActorIL.Experiments.Binding;

/// <summary>Puts the layers on top of each other and replaces substitutions.</summary>
internal static class LayerResolution
{
    public static Result<HoconValue.Object, Error> Resolve(ConfigurationLayers layers, ReferenceTree reference) =>
        ReadFile(layers)
            .Map(file => file.WithFallback(reference.Document))
            .Bind(document => WithVariant(document, layers))
            .Bind(document => WithOverrides(document, layers, reference))
            .Bind(document => ResolveRoot(document, layers))
            .Match(
                Result.Success<HoconValue.Object, Error>,
                error => Result.Failure<HoconValue.Object, Error>(Of(error))
            );

    private static HoconResult<HoconDocument> ReadFile(ConfigurationLayers layers) =>
        layers.File is { } path ? HoconReader.Load(path, layers.Read) : HoconDocument.Empty;

    private static HoconResult<HoconDocument> WithVariant(HoconDocument document, ConfigurationLayers layers) =>
        layers.Variant is { } name
            ? Variants.Layer(name, ResolveRoot(document, layers)).Map(above => above.WithFallback(document))
            : document;

    private static HoconResult<HoconDocument> WithOverrides(
        HoconDocument document,
        ConfigurationLayers layers,
        ReferenceTree reference
    )
    {
        HoconResult<HoconDocument> result = document;
        foreach (var typed in layers.Overrides)
        {
            result = OverridePath
                .Complete(typed, reference, () => ResolveRoot(document, layers))
                .Bind(assignment => HoconReader.ParseOverride(assignment, typed.Source))
                .Bind(above => result.Map(above.WithFallback));
        }

        return result;
    }

    private static HoconResult<HoconValue.Object> ResolveRoot(HoconDocument document, ConfigurationLayers layers) =>
        document.Resolve(layers.Environment).Bind(config => Conversion.Object(config.Root, "the root"));

    private static Error Of(HoconError error) =>
        new(OriginText.Of(error.Origin), error.Found, error.Wanted, error.Remedy);
}
