using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace VirtAlliance.Silo.Tests.Hosting;

/// <summary>The files that say how the program is deployed.</summary>
internal static class DeploymentFiles
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>All of them, from the repository's root.</summary>
    public static string[] All { get; } =
        ["docker-compose.yml", .. Directory.EnumerateFiles(Path.Combine(Root, "deploy"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The documents of a YAML file, what is merged into mappings included.</summary>
    public static IEnumerable<Node> Documents(string file)
    {
        var parser = new MergingParser(new Parser(new StringReader(Text(file))));
        parser.Consume<YamlDotNet.Core.Events.StreamStart>();
        while (parser.Accept<YamlDotNet.Core.Events.DocumentStart>(out _)) yield return new Node(Yaml.Deserialize<object>(parser));
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "VirtAlliance.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);

    /// <summary>Part of a document; whatever is below one that is not there is not there either.</summary>
    internal readonly record struct Node(object? Value)
    {
        public Node this[string key] => Value is IDictionary<object, object> map && map.TryGetValue(key, out var value) ? new(value) : new(null);

        public bool IsThere => Value is not null;

        public string Text => Value as string ?? "";

        /// <summary>A list's entries; none where there is no list.</summary>
        public IEnumerable<Node> Entries => Value is IList<object> list ? list.Select(e => new Node(e)) : [];

        /// <summary>A mapping's pairs; none where there is no mapping.</summary>
        public IEnumerable<(string Key, Node Value)> Pairs => Value is IDictionary<object, object> map ? map.Select(p => ((string)p.Key, new Node(p.Value))) : [];

        /// <summary>A list's texts, or a mapping's keys.</summary>
        public string[] Names => Value is IList<object> ? [.. Entries.Select(e => e.Text)] : [.. Pairs.Select(p => p.Key)];
    }
}
