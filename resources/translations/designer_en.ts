<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>designer::ui::ConditionsPage</name>
    <message numerus="yes">
        <source>Hardal’s own screen holds one plain list joined by “and”. %n thing(s) here do not fit in it.</source>
        <translation>
            <numerusform>Hardal’s own screen holds one plain list joined by “and”. %n thing here does not fit in it.</numerusform>
            <numerusform>Hardal’s own screen holds one plain list joined by “and”. %n things here do not fit in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>designer::ui::AddDestinationPage</name>
    <message numerus="yes">
        <source>%n templates</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportRemarks</name>
    <message numerus="yes">
        <source>%n thing(s) in yours do not fit there.</source>
        <translation>
            <numerusform>%n thing in yours does not fit there.</numerusform>
            <numerusform>%n things in yours do not fit there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend before Hardal can send it.</source>
        <translation>
            <numerusform>%n thing to mend before Hardal can send it.</numerusform>
            <numerusform>%n things to mend before Hardal can send it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>designer::ui::ExportPage</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>designer::ui::CodeEditor</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>designer::ui::FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>designer::ui::HeadersPage</name>
    <message numerus="yes">
        <source>Paste %n header(s)</source>
        <translation>
            <numerusform>Paste %n header</numerusform>
            <numerusform>Paste %n headers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n header(s) pasted.</source>
        <translation>
            <numerusform>%n header pasted.</numerusform>
            <numerusform>%n headers pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n line could not be read.</numerusform>
            <numerusform>%n lines could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message numerus="yes">
        <source>Insider would reject this: %n thing(s) to mend (F8)</source>
        <translation>
            <numerusform>Insider would reject this: %n thing to mend (F8)</numerusform>
            <numerusform>Insider would reject this: %n things to mend (F8)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Insider would refuse this: %n thing(s) to mend (F8)</source>
        <translation>
            <numerusform>Insider would refuse this: %n thing to mend (F8)</numerusform>
            <numerusform>Insider would refuse this: %n things to mend (F8)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot be sent: %n thing(s) to mend (F8)</source>
        <translation>
            <numerusform>Cannot be sent: %n thing to mend (F8)</numerusform>
            <numerusform>Cannot be sent: %n things to mend (F8)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend (F8)</source>
        <translation>
            <numerusform>%n thing to mend (F8)</numerusform>
            <numerusform>%n things to mend (F8)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleFields</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in a list</source>
        <translation>
            <numerusform>%n in a list</numerusform>
            <numerusform>%n in a list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Destinations</name>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prompter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
