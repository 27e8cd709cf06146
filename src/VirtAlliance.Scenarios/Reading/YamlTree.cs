using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VirtAlliance.Scenarios.Reading;

/// <summary>YAML text as a tree of nodes with places. Anchors, aliases, tags and second documents are refused, so a file cannot grow when it is read.</summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 32;

    private readonly Parser _parser;
    private readonly Func<Mark, Place> _place;
    private readonly Findings _findings;
    private int _depth;

    private YamlTree(string text, Func<Mark, Place> place, Findings findings)
    {
        _parser = new Parser(new StringReader(text));
        _place = place;
        _findings = findings;
    }

    /// <summary>The tree of a file; null, with findings, if it has none.</summary>
    public static Node? OfFile(string text, string file, Findings findings)
    {
        if (!TextLimits.Hold(text, file, findings)) return null;
        return Read(text, m => new Place(file, (int)m.Line, (int)m.Column), new Place(file, 1, 1), findings);
    }

    /// <summary>The value of an option such as <c>--set PATH=VALUE</c>.</summary>
    public static Node? OfOption(string value, string option, Findings findings) =>
        TextLimits.Hold(value, option, findings) ? Read(value, _ => Place.Option(option), Place.Option(option), findings) : null;

    private static Node? Read(string text, Func<Mark, Place> place, Place start, Findings findings)
    {
        var tree = new YamlTree(text, place, findings);
        try
        {
            return tree.Document(start);
        }
        catch (YamlException e)
        {
            findings.Add(place(IsAboutTabs(e) ? FirstTab(text, e.Start) : e.Start), $"found text that is not YAML ({Plainly(e)}), expected keys and values");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            findings.Add(tree.Here, $"found text that is not YAML ({e.Message}), expected keys and values");
        }
        catch (UnusableYamlException e)
        {
            findings.Add(e.Place, e.Message);
        }
        return null;
    }

    private Place Here => _parser.Current is { } now ? _place(now.Start) : _place(new Mark());

    private Node? Document(Place start)
    {
        Next<StreamStart>();
        _parser.MoveNext();
        if (_parser.Current is not DocumentStart) return Empty(start);
        _parser.MoveNext();
        var root = Value();
        Next<DocumentEnd>(skip: true);
        if (_parser.Current is DocumentStart second) _findings.Add(_place(second.Start), "found a second document, expected one");
        return root is Scalar { IsEmpty: true } ? Empty(start) : root;
    }

    private Node? Empty(Place start)
    {
        _findings.Add(start, start.IsOption ? "found nothing, expected a value" : "found an empty file, expected keys and values");
        return null;
    }

    private void Next<T>(bool skip = false) where T : ParsingEvent
    {
        if (!skip) _parser.MoveNext();
        if (_parser.Current is not T) throw new UnusableYamlException(Here, "found text that is not YAML, expected keys and values");
        if (skip) _parser.MoveNext();
    }

    /// <summary>The value that starts at the current event; afterwards the event behind it is current.</summary>
    private Node Value()
    {
        if (++_depth > MaxDepth) throw new UnusableYamlException(Here, $"found values nested more than {MaxDepth} deep, expected fewer");
        Node node = _parser.Current switch
        {
            AnchorAlias alias => throw new UnusableYamlException(_place(alias.Start), $"found the alias '*{alias.Value}', expected the value itself: anchors and aliases are not read"),
            NodeEvent { Anchor.IsEmpty: false } e => throw new UnusableYamlException(_place(e.Start), $"found the anchor '&{e.Anchor}', expected a plain value: anchors and aliases are not read"),
            NodeEvent { Tag.IsEmpty: false } e => throw new UnusableYamlException(_place(e.Start), $"found the tag '{e.Tag}', expected a plain value: tags are not read"),
            YamlDotNet.Core.Events.Scalar scalar => Text(scalar),
            SequenceStart start => List(start),
            MappingStart start => Mapping(start),
            _ => throw new UnusableYamlException(Here, "found text that is not YAML, expected keys and values"),
        };
        _depth--;
        return node;
    }

    private Scalar Text(YamlDotNet.Core.Events.Scalar scalar)
    {
        _parser.MoveNext();
        return new Scalar(_place(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private Sequence List(SequenceStart start)
    {
        var list = new Sequence(_place(start.Start));
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd) list.Items.Add(Value());
        _parser.MoveNext();
        return list;
    }

    private Map Mapping(MappingStart start)
    {
        var map = new Map(_place(start.Start));
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd) Entry(map);
        _parser.MoveNext();
        return map;
    }

    private void Entry(Map map)
    {
        var key = Value();
        var value = Value();
        if (key is not Scalar name) _findings.Add(key.Place, key.Shown, "a name");
        else if (map.Find(name.Text) is { } first) _findings.Add(name.Place, $"found a second {Findings.Quote(name.Text)}, expected each name once (the first is at {first.NamePlace})");
        else map.Put(new MapEntry(name.Text, name.Place, value));
    }

    private static string Plainly(YamlException e) => IsAboutTabs(e) ? "a tab where blanks are needed" : e.Message.TrimEnd('.');

    private static bool IsAboutTabs(YamlException e) => e.Message.Contains("tab", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first tab that indents a line, from the mark on; the mark itself if there is none.</summary>
    private static Mark FirstTab(string text, in Mark from)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var indent = content[..^content.TrimStart().Length];
            if (line >= from.Line && indent.Contains('\t')) return new Mark(0, line, indent.IndexOf('\t') + 1);
        }
        return from;
    }
}

/// <summary>Reading cannot go on.</summary>
internal sealed class UnusableYamlException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
