/**
 * Of each kind: code, how sure its code is, and the limit of each condition in turn. uh and ud are urgent hours and
 * days, wh and wd work hours and days. The figures are one city's, from the field's published tables. A question mark
 * stands where none was found: the most common limit of the class (the longer where two are), to be confirmed.
 */
export const kindLimits = `
10101 verified-code 2uh 4wh 2wd 5wd
10102 verified-code 2uh 4wh 2wd 5wd
10103 verified-code 2uh 4wh 2wd 5wd
10104 verified-code 2uh 4wh 2wd 5wd 1wd
10105 inferred-high 1wd?
10106 verified-code 2uh 1wd 2wd 5wd
10107 inferred-high 1wd?
10108 inferred-high 1wd?
10109 inferred-high 1wd?
10110 verified-code 2uh 1wd 2wd 5wd
10111 verified-code 2uh 1wd 2wd 5wd
10112 inferred-high 1wd?
10113 inferred-medium 1wd?
10114 verified-code 2uh 1wd 2wd 5wd
10115 inferred-medium 1wd?
10116 provisional-low 1wd?
10117 provisional-low 1wd?
10118 verified-code 2uh 4wh 2wd 5wd
10119 provisional-low 1wd?
10120 provisional-low 1wd?
10121 provisional-low 1wd?
10122 provisional-low 1wd?
10123 verified-code 2uh 4wh 2wd 5wd
10124 inferred-medium 1wd?
10125 verified-code 2uh 2wd 4wh 5wd
10126 verified-code 4uh 1wd
10127 verified-code 2wd 1wd 1wd 5wd
10128 verified-code 4wd 1wd 1wd 5wd
10129 verified-code 2wd 1wd
10130 verified-code 2wd 5wd 1wd 5wd
10131 verified-code 4uh 5wd 1wd 5wd
10132 provisional-low 1wd?
10133 provisional-low 1wd?
10134 provisional-low 1wd?
10135 provisional-low 1wd?
10136 provisional-low 1wd?
10137 verified-code 1wd 1wd 2wd 2wd 2wh 3wd
10138 verified-code 2wd 2wd 2wh 3wd
10139 verified-code 1wd 2wd 2wd 3wd 2wh 1wd 3wd
10140 verified-code 2wd 1wd 7wd
10141 inferred-high 1wd?
10142 inferred-high 1wd?
10143 inferred-high 1wd?
10144 inferred-medium 1wd?
10145 verified-code 1wd 5wd 1wd 3wd
10146 verified-code 1wd 5wd 1wd 3wd
10147 inferred-high 1wd?
10148 inferred-high 1wd?
10149 verified-code 1wd 2wd 1wd 3wd
10150 verified-code 1wd 3wd 1wd 3wd
10151 verified-code 5wd 1wd 7wd
10152 verified-code 5wd 1wd 7wd
10153 provisional-low 1wd?
10154 verified-code 2wd 5wd 1wd 10wd
10155 provisional-low 1wd?
10156 provisional-low 1wd?
10157 verified-code 3wd 4wh
10201 verified-code 5wd 2wd 3wd 1wd
10202 inferred-high 3wd?
10203 provisional-low 3wd?
10204 verified-code 1wd 5wd 5wd 3wd 1wd 1wd 7wd
10205 inferred-high 3wd?
10206 verified-code 5wd 5wd 3wd 4wh 3wd 5wd 1wd
10207 verified-code 2uh 5wd 2wd 1wd 2wd 1wd
10208 verified-code 5wd 5wd 5wd 4wh 2wd 1wd
10209 verified-code 3wd 5wd 1wd
10210 inferred-medium 3wd?
10211 verified-code 4uh 5wd 3wd 1wd 5wd
10212 verified-code 3wd 3wd 2wd 1wd 5wd
10213 inferred-medium 3wd?
10214 inferred-medium 3wd?
10215 inferred-medium 3wd?
10216 provisional-low 3wd?
10217 verified-code 1wd 3wd 1wd 5wd
10218 inferred-medium 3wd?
10219 verified-code 5wd 2wd 1wd 2wd 4wh
10220 verified-code 3wd 3wd 1wd 2wd
10221 verified-code 3wd 3wd 1wd 2wd
10222 inferred-high 3wd?
10223 inferred-high 3wd?
10224 verified-code 3wd 3wd 1wd
10225 verified-code 3wd 3wd 4wh
10226 inferred-medium 3wd?
10227 provisional-low 3wd?
10228 provisional-low 3wd?
10229 provisional-low 3wd?
10230 verified-code 3wd 3wd 2wd 1wd 3wd
10301 verified-code 3wd 4wh 4wh 1wd 4wh 4wh 2wd 5wd
10302 verified-code 2wd 3wd 2wd 1wd 3wd
10303 verified-code 4uh 2wd 1wd
10304 verified-code 2wd 1wd 1wd 4wh
10305 verified-code 1wd 3wd 3wd 3wd 1wd 4wh
10306 verified-code 1wd 2wd 2wd 1wd 3wd
10307 verified-code 1wd 2wd 1wd 5wd 2wd
10308 verified-code 1wd 3wd 3wd 3wd 4wh
10309 provisional-low 1wd?
10310 provisional-low 1wd?
10311 provisional-low 1wd?
10312 provisional-low 1wd?
10313 provisional-low 1wd?
10314 provisional-low 1wd?
10401 verified-code 1wd 2wd
10402 verified-code 1wd 15wd 2wd 2wd
10403 inferred-high 1wd?
10404 verified-code 3wd 3wd 1wd 3wd
10405 verified-code 1wd 3wd 1wd 1wd 1wd
10406 verified-code 5wd 5wd 1wd 3wd
10407 verified-code 3wd 1wd 1wd 3wd
10408 verified-code 1wd 3wd 1wd 3wd
10409 verified-code 2uh 1wd 1wd 3wd 1wd 3wd
10410 verified-code 2uh 5wd 2wd 1wd 7wd
10501 inferred-medium 3wd?
10502 inferred-medium 3wd?
10503 verified-code 2wd 4wh 4wh
10504 verified-code 2uh 1wd 1wd
10505 provisional-low 3wd?
10506 verified-code 1wd 3wd 3wd 3wd 3wd 1wd
10507 verified-code 3wd 3wd 1wd
10508 verified-code 3wd 1wd
10509 provisional-low 3wd?
10510 provisional-low 3wd?
20101 verified-code 2ud 15wd
20102 verified-code 1ud
20103 verified-code 1wd 3wd
20104 verified-code 3wd 1wd 3wd
20105 verified-code 2wd
20106 verified-code 1wd
20107 verified-code 2uh
20108 verified-code 5wd 4wh
20109 inferred-high 4wh?
20110 verified-code 4wh
20111 verified-code 5wd
20112 verified-code 2wh
20113 verified-code 5wd 5wd 5wd
20114 verified-code 4wh
20115 provisional-low 4wh?
20116 provisional-low 4wh?
20117 verified-code 4wh
20118 verified-code 4wh
20119 verified-code 1wd 1wd
20120 verified-code 2uh
20121 verified-code 3wd
20122 verified-code 1uh 3wd
20123 provisional-low 4wh?
20124 provisional-low 4wh?
20125 verified-code 2wd
20126 verified-code 2wd
20127 inferred-medium 4wh?
20128 verified-code 2uh
20129 verified-code 2uh
20130 verified-code 2wd 2wd 2wd 1wd
20131 verified-code 4wh 4wh 4wh 4wh
20132 verified-code 2wd
20133 verified-code 2wd
20134 inferred-high 4wh?
20135 verified-code 2wd
20136 verified-code 1wd
20137 verified-code 4wh
20138 verified-code 1wd
20201 verified-code 1wd
20202 verified-code 2wh
20203 verified-code 1wd 5wd
20204 verified-code 5wd
20205 verified-code 3wd
20206 verified-code 2wd
20207 verified-code 1wd
20301 verified-code 2uh 2uh
20302 verified-code 1wd
20303 verified-code 1wd
20304 verified-code 2wh
20305 verified-code 2wd
20306 verified-code 1wd
20307 verified-code 3wd 2wd 1wd 3wd
20308 verified-code 5wd
20309 verified-code 5wd
20310 verified-code 2wd
20311 verified-code 2wd
20312 verified-code 1wd
20401 verified-code 2uh
20402 verified-code 2uh 2uh 2uh
20403 inferred-high 2uh?
20404 verified-code 1wd
20405 verified-code 2uh
20406 verified-code 2uh
20407 provisional-low 2uh?
20408 provisional-low 2uh?
20409 inferred-high 2uh?
20410 verified-code 2wh
20501 verified-code 1uh 5wd
20502 verified-code 1uh 5wd
20503 verified-code 4wh 1uh
20504 verified-code 1uh 5wd
20505 verified-code 2uh
20506 verified-code 2uh
20507 verified-code 4wh
20508 verified-code 2wh
20509 provisional-low 1uh?
20510 provisional-low 1uh?
20511 provisional-low 1uh?
20601 provisional-low 4wh?
20602 verified-code 2wh
20603 provisional-low 4wh?
20604 verified-code 4wh
20605 provisional-low 4wh?
`
